package dev.kith.ingest.mail.imap;

import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.message.MessageIds;
import dev.kith.ingest.mail.mime.HeaderFields;
import dev.kith.ingest.mail.mime.MimeParser;
import dev.kith.ingest.mail.settings.MailSettings;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.event.MailEvent;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.MessageVanishedEvent;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.Status;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
import org.jspecify.annotations.Nullable;

/** A read-only client of a mailbox on a server, based on Angus Mail. */
final class ImapClient implements AutoCloseable {
  private static final String[] STATUS = {"MESSAGES", "UIDNEXT", "UIDVALIDITY"};
  private static final String[] COUNTED_STATUS = {
    "MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ"
  };

  private final MailSettings.Imap settings;
  private final DiscardedPolicy discarded;
  private final Map<String, State> seen = new HashMap<>();
  private @Nullable IMAPStore store;
  private @Nullable IMAPFolder selected;

  ImapClient(MailSettings.Imap settings, DiscardedPolicy discarded) {
    this.settings = settings;
    this.discarded = discarded;
  }

  /**
   * The state of a folder.
   *
   * @param modseq HIGHESTMODSEQ, or 0
   * @param discarded UIDs of messages marked as deleted or as drafts
   */
  record State(long validity, long next, long messages, long modseq, Set<Long> discarded) {
    private State with(Set<Long> uids) {
      return new State(validity, next, messages, modseq, uids);
    }
  }

  /**
   * A mail before it is fetched.
   *
   * @param id its Message-ID, or empty
   */
  record Summary(long uid, long size, String id) {}

  /** A mail as fetched. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record Fetched(long uid, byte[] bytes, MailEnvelope envelope) {}

  private IMAPStore open() throws MessagingException, IOException {
    if (store == null || !store.isConnected()) {
      close();
      store = (IMAPStore) Session.getInstance(properties()).getStore("imap");
      store.connect(settings.host(), settings.portOrDefault(), settings.user(), settings.secret());
    }
    return store;
  }

  private Properties properties() throws IOException {
    var properties = new Properties();
    properties.put("mail.imap.connectiontimeout", "15000");
    properties.put("mail.imap.timeout", "60000");
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case TLS -> properties.put("mail.imap.ssl.enable", "true");
      case STARTTLS -> {
        properties.put("mail.imap.starttls.enable", "true");
        properties.put("mail.imap.starttls.required", "true");
      }
      case PLAIN -> properties.put("mail.imap.ssl.enable", "false");
    }
    if (settings.caCertificate() != null) {
      properties.put(
          "mail.imap.ssl.socketFactory", CaSocketFactory.create(settings.caCertificate()));
    }
    return properties;
  }

  boolean hasCapability(String capability) throws MessagingException, IOException {
    return open().hasCapability(capability);
  }

  List<FolderSelection.ListedFolder> folders() throws MessagingException, IOException {
    List<FolderSelection.ListedFolder> listed = new ArrayList<>();
    for (Folder folder : open().getDefaultFolder().list("*")) {
      if ((folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
        String[] attributes = ((IMAPFolder) folder).getAttributes();
        listed.add(FolderSelection.ListedFolder.of(folder.getFullName(), attributes));
      }
    }
    return listed;
  }

  /**
   * The current state of a folder. The folder is not selected: of a selected folder a server may
   * return an old state (RFC 3501, section 6.3.10).
   */
  State state(String name) throws MessagingException, IOException {
    deselect();
    boolean counted = hasCapability("CONDSTORE") || hasCapability("QRESYNC");
    IMAPFolder folder = (IMAPFolder) open().getFolder(name);
    Status status =
        (Status) folder.doCommand(p -> p.status(name, counted ? COUNTED_STATUS : STATUS));
    long modseq = Math.max(status.highestmodseq, 0);
    State state = new State(status.uidvalidity, status.uidnext, status.total, modseq, Set.of());
    State marked = state.with(discarded(name, state));
    seen.put(name, marked);
    return marked;
  }

  /** Asks the server again unless its HIGHESTMODSEQ is unchanged. */
  private Set<Long> discarded(String name, State state) throws MessagingException, IOException {
    if (discarded == DiscardedPolicy.INCLUDE || state.messages() == 0) {
      return Set.of();
    }
    State before = seen.get(name);
    if (before != null && state.modseq() > 0 && before.with(Set.of()).equals(state)) {
      return before.discarded();
    }
    long[] uids = search(name, "UID SEARCH OR DELETED DRAFT");
    return Arrays.stream(uids).boxed().collect(Collectors.toUnmodifiableSet());
  }

  private IMAPFolder select(String name) throws MessagingException, IOException {
    if (selected != null && selected.isOpen() && selected.getFullName().equals(name)) {
      return selected;
    }
    deselect();
    IMAPFolder folder = (IMAPFolder) open().getFolder(name);
    folder.open(Folder.READ_ONLY);
    selected = folder;
    return folder;
  }

  private void deselect() throws MessagingException {
    if (selected != null && selected.isOpen()) {
      selected.close(false);
    }
    selected = null;
  }

  /** UIDs of the mails of a folder that are wanted, from {@code first} on, ascending. */
  long[] uids(String name, long first) throws MessagingException, IOException {
    String wanted = discarded == DiscardedPolicy.EXCLUDE ? " UNDELETED UNDRAFT" : "";
    long[] uids = search(name, "UID SEARCH UID " + first + ":*" + wanted);
    return Arrays.stream(uids).filter(uid -> uid >= first).sorted().toArray();
  }

  private long[] search(String name, String command) throws MessagingException, IOException {
    List<Long> uids = new ArrayList<>();
    for (Response response : command(name, command)) {
      if (response instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
        for (long uid = found.readLong(); uid > 0; uid = found.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids.stream().mapToLong(Long::longValue).toArray();
  }

  /** The UIDs removed since a position, from a server with QRESYNC. */
  long[] vanished(String name, ImapCursor.FolderPosition since)
      throws MessagingException, IOException {
    deselect();
    IMAPFolder folder = (IMAPFolder) open().getFolder(name);
    List<MailEvent> events =
        folder.open(Folder.READ_ONLY, new ResyncData(since.validity(), since.modseq()));
    selected = folder;
    return events == null
        ? new long[0]
        : events.stream()
            .filter(MessageVanishedEvent.class::isInstance)
            .flatMapToLong(event -> Arrays.stream(((MessageVanishedEvent) event).getUIDs()))
            .toArray();
  }

  List<Summary> summaries(String name, long[] uids) throws MessagingException, IOException {
    List<Summary> summaries = new ArrayList<>();
    String items = "(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])";
    for (Response response : command(name, "UID FETCH " + set(uids) + " " + items)) {
      if (response instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
        if (uid != null && size != null) {
          summaries.add(new Summary(uid.uid, size.size, id(fetched)));
        }
      }
    }
    return summaries;
  }

  private static String id(FetchResponse fetched) {
    BODY header = fetched.getItem(BODY.class);
    if (header == null || header.getByteArray() == null) {
      return "";
    }
    HeaderFields fields = MimeParser.parse(header.getByteArray().getNewBytes()).fields();
    return fields.raw("message-id").flatMap(MessageIds::first).orElse("");
  }

  /** Fetches messages, of each at most {@code longest} bytes. */
  List<Fetched> fetch(String name, long[] uids, int longest)
      throws MessagingException, IOException {
    List<Fetched> mails = new ArrayList<>();
    String items = "(UID INTERNALDATE BODY.PEEK[]<0." + longest + ">)";
    for (Response response : command(name, "UID FETCH " + set(uids) + " " + items)) {
      if (response instanceof FetchResponse fetched) {
        UID uid = fetched.getItem(UID.class);
        BODY body = fetched.getItem(BODY.class);
        INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
        if (uid != null && body != null && body.getByteArray() != null) {
          boolean dated = date != null && date.getDate() != null;
          var envelope =
              new MailEnvelope(null, dated && date != null ? date.getDate().toInstant() : null);
          mails.add(new Fetched(uid.uid, body.getByteArray().getNewBytes(), envelope));
        }
      }
    }
    mails.sort((one, other) -> Long.compare(one.uid, other.uid));
    return mails;
  }

  private static String set(long[] uids) {
    return UIDSet.toString(UIDSet.createUIDSets(uids));
  }

  private Response[] command(String folder, String command) throws MessagingException, IOException {
    Object responses =
        select(folder)
            .doCommand(
                protocol -> {
                  Response[] answer = protocol.command(command, null);
                  protocol.notifyResponseHandlers(answer);
                  protocol.handleResult(answer[answer.length - 1]);
                  return answer;
                });
    return (Response[]) responses;
  }

  /**
   * Waits until the folder changes or the time is over; returns whether it changed. A server does
   * not report what arrives between STATUS and SELECT, so that is searched for first.
   */
  boolean awaitChange(String name, State known, Duration wait)
      throws MessagingException, IOException {
    IMAPFolder folder = select(name);
    var news = new AtomicBoolean();
    var listener = new MailboxListener(news);
    folder.addMessageCountListener(listener);
    try {
      if (uids(name, known.next()).length > 0 || news.get()) {
        return true;
      }
      idle(folder, wait);
    } finally {
      folder.removeMessageCountListener(listener);
    }
    return news.get();
  }

  private static void idle(IMAPFolder folder, Duration wait) throws MessagingException {
    var over = new CountDownLatch(1);
    Thread.ofPlatform().daemon().name("idle-end").start(() -> endIdle(folder, wait, over));
    try {
      folder.idle(true);
    } finally {
      over.countDown();
    }
  }

  private static void endIdle(IMAPFolder folder, Duration wait, CountDownLatch over) {
    try {
      if (!over.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        folder.doCommandIgnoreFailure(protocol -> null); // any command ends the wait
      }
    } catch (InterruptedException | MessagingException e) {
      Thread.currentThread().interrupt(); // the connection is gone, and the wait with it
    }
  }

  /** Notes that messages were added or removed. */
  private static final class MailboxListener extends MessageCountAdapter {
    private final AtomicBoolean news;

    MailboxListener(AtomicBoolean news) {
      this.news = news;
    }

    @Override
    public void messagesAdded(MessageCountEvent event) {
      news.set(true);
    }

    @Override
    public void messagesRemoved(MessageCountEvent event) {
      news.set(true);
    }
  }

  @Override
  public void close() {
    try {
      selected = null;
      if (store != null) {
        store.close();
      }
    } catch (MessagingException e) {
      // it was closed by the other side
    } finally {
      store = null;
    }
  }
}
