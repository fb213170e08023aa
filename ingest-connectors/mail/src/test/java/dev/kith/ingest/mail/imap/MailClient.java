package dev.kith.ingest.mail.imap;

import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.settings.MailSettings;
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
final class MailClient implements AutoCloseable {
  private final Session session = Session.getInstance(new Properties());
  private final Store store;

  MailClient(MailSettings.Imap settings) throws Exception {
    store = session.getStore("imap");
    store.connect(settings.host(), settings.portOrDefault(), settings.user(), settings.secret());
  }

  /** Puts a mail into a folder, made if it is not there. */
  void append(String folder, String document) throws MessagingException {
    Folder target = store.getFolder(folder);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    byte[] bytes = document.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    target.appendMessages(
        new Message[] {new MimeMessage(session, new ByteArrayInputStream(bytes))});
  }

  /** A mail with a number, which is also the minute it was written. */
  void append(String folder, int number) throws MessagingException {
    append(folder, mail(number));
  }

  static String mail(int number) {
    String at = "Tue, 5 Mar 2024 10:%02d:00 +0000".formatted(number);
    return TestMails.plain(number + "@example.org", at, "Text " + number);
  }

  /** Moves a mail as most programs do: copies it, then removes it. */
  void move(String from, int number, String to) throws MessagingException {
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

  void remove(String folder, int number) throws MessagingException {
    Folder source = store.getFolder(folder);
    source.open(Folder.READ_WRITE);
    find(source, number).setFlag(Flags.Flag.DELETED, true);
    source.close(true);
  }

  /** Marks a mail and leaves it where it is. */
  void mark(String folder, int number, Flags.Flag flag, boolean set) throws MessagingException {
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

  void rename(String from, String to) throws MessagingException {
    if (!store.getFolder(from).renameTo(store.getFolder(to))) {
      throw new AssertionError("expected the server to rename " + from);
    }
  }

  void drop(String folder) throws MessagingException {
    if (!store.getFolder(folder).delete(true)) {
      throw new AssertionError("expected the server to delete " + folder);
    }
  }

  /** How many mails of a folder somebody has seen. */
  int seen(String folder) throws MessagingException {
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
