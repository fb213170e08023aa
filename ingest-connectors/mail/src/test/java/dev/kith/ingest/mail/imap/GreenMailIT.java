package dev.kith.ingest.mail.imap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.settings.MailSettings;
import dev.kith.schemas.Visibility;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server without CONDSTORE, QRESYNC and SPECIAL-USE. */
class GreenMailIT extends ImapScenarios {
  private static final GreenMail SERVER =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

  private static final AtomicInteger MAILBOXES = new AtomicInteger();

  private final String user = "user" + MAILBOXES.incrementAndGet();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @AfterEach
  void dismiss() {
    SERVER.getUserManager().deleteUser(SERVER.getUserManager().getUser(user));
  }

  @Override
  MailSettings.Imap settings() {
    if (!SERVER.getUserManager().hasUser(user)) {
      SERVER.setUser(user + "@example.org", user, "secret");
    }
    return settings(SERVER.getImap().getPort());
  }

  private MailSettings.Imap settings(int port) {
    return new MailSettings.Imap(
        "127.0.0.1",
        port,
        user,
        "secret",
        null,
        MailSettings.Imap.Security.PLAIN,
        false,
        null,
        List.of());
  }

  @Test
  void anUnavailableServerIsRetried() {
    var connector =
        new ImapConnector(
            "test",
            settings(1),
            TestMails.parser(Visibility.PRIVATE, null),
            MessageLocationIndex.temporary(),
            DeletionPolicy.FOLLOW,
            DiscardedPolicy.EXCLUDE,
            ImapConnector.PollIntervals.DEFAULT);

    assertThatThrownBy(() -> connector.read(Cursor.START))
        .isInstanceOf(SourceException.Unavailable.class);
  }
}
