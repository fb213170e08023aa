package dev.kith.ingest.testkit.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What a person does in a mail program. */
public final class MailClient implements AutoCloseable {
  private final Session session = Session.getInstance(new Properties());
  private final Store store;

  /** Logs in to a server on this machine, without protection. */
  public MailClient(int port, String user, String password) throws MessagingException {
    store = session.getStore("imap");
    store.connect("127.0.0.1", port, user, password);
  }

  /** Puts a mail into a folder, made if it is not there. */
  public void append(String folder, String document) throws MessagingException {
    Folder target = store.getFolder(folder);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    byte[] bytes = document.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    target.appendMessages(
        new Message[] {new MimeMessage(session, new ByteArrayInputStream(bytes))});
  }

  /** Puts a mail from Ann to Bob into a folder; its number is also the minute it was written. */
  public void append(String folder, int number) throws MessagingException {
    append(
        folder,
        """
        From: Ann Lee <ann@example.org>
        To: Bob Ray <bob@example.org>
        Date: Tue, 5 Mar 2024 %02d:%02d:00 +0000
        Message-ID: <%d@example.org>
        Subject: News

        Text %d
        """
            .formatted(10 + number / 60, number % 60, number, number));
  }

  /** Moves a mail as most programs do: copies it, then removes it. */
  public void move(String from, int number, String to) throws MessagingException {
    Folder source = store.getFolder(from);
    source.open(Folder.READ_WRITE);
    Message[] mail = {find(source, number)};
    Folder target = store.getFolder(to);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    source.copyMessages(mail, target);
    mail[0].setFlag(Flags.Flag.DELETED, true);
    source.close(true);
  }

  /** Removes a mail for good. */
  public void remove(String folder, int number) throws MessagingException {
    Folder source = store.getFolder(folder);
    source.open(Folder.READ_WRITE);
    find(source, number).setFlag(Flags.Flag.DELETED, true);
    source.close(true);
  }

  /** Marks a mail and leaves it where it is. */
  public void mark(String folder, int number, Flags.Flag flag, boolean set)
      throws MessagingException {
    Folder source = store.getFolder(folder);
    source.open(Folder.READ_WRITE);
    find(source, number).setFlag(flag, set);
    source.close(false);
  }

  private static Message find(Folder folder, int number) throws MessagingException {
    for (Message message : folder.getMessages()) {
      String[] id = message.getHeader("Message-ID");
      if (id != null && id[0].equals("<" + number + "@example.org>")) {
        return message;
      }
    }
    throw new AssertionError("expected mail " + number + " in " + folder.getFullName());
  }

  /** Renames a folder. */
  public void rename(String from, String to) throws MessagingException {
    if (!store.getFolder(from).renameTo(store.getFolder(to))) {
      throw new AssertionError("expected the server to rename " + from);
    }
  }

  /** Deletes a folder with its mails. */
  public void drop(String folder) throws MessagingException {
    if (!store.getFolder(folder).delete(true)) {
      throw new AssertionError("expected the server to delete " + folder);
    }
  }

  /** How many mails of a folder somebody has seen. */
  public int seen(String folder) throws MessagingException {
    Folder source = store.getFolder(folder);
    source.open(Folder.READ_ONLY);
    int seen = source.getMessageCount() - source.getUnreadMessageCount();
    source.close(false);
    return seen;
  }

  @Override
  public void close() throws MessagingException {
    store.close();
  }
}
