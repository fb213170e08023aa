package dev.kith.ingest.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceFailure;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Visibility;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with CONDSTORE, QRESYNC, SPECIAL-USE and TLS. */
class DovecotIT extends ImapScenarios {
  @TempDir static Path home;
  private static @Nullable Dovecot server;
  private static final AtomicInteger MAILBOXES = new AtomicInteger();

  private final String user = "user" + MAILBOXES.incrementAndGet();

  @BeforeAll
  static void start() throws Exception {
    if (!Dovecot.isInstalled()) {
      System.out.println(
          "SKIPPED: reading mail from a real server, because there is no Dovecot here;"
              + " install the Debian package dovecot-imapd");
    }
    assumeTrue(Dovecot.isInstalled(), "no Dovecot");
    server = Dovecot.start(home);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  private static Dovecot server() {
    if (server == null) {
      throw new AssertionError("expected a running server");
    }
    return server;
  }

  @Override
  ImapSettings settings() {
    return server().plain(user);
  }

  @Test
  void theServerTellsRemovalsByItself() throws Exception {
    var mailbox = new ImapMailbox(settings(), Discarded.EXCLUDE);
    Cursor end = readAll().end();
    ImapCursor.Mark mark = ImapCursor.parse(end).mark("INBOX");

    client().remove("INBOX", 2);

    assertThat(mailbox.offers("QRESYNC")).isTrue();
    assertThat(mark.modseq()).isPositive();
    assertThat(mailbox.vanished("INBOX", mark)).hasSize(1);
    mailbox.close();
  }

  @Test
  void theWayIsProtectedFromTheStartOrBeforeThePassword() throws Exception {
    assertThat(ids(read(server().tls(user)))).hasSize(5);
    assertThat(ids(read(server().startTls(user)))).hasSize(5);
  }

  @Test
  void aServerNobodyVouchesForGetsNoPassword() {
    assertThatThrownBy(() -> read(server().untrusted(user)))
        .isInstanceOf(SourceFailure.Refused.class)
        .hasMessageContaining("imap.ca-certificate");
  }

  private static ReadThrough read(ImapSettings settings) throws Exception {
    var rhythm = new ImapConnector.Rhythm(Duration.ZERO, Duration.ZERO, PageSize.USUAL);
    var reader = new MailReader("test", Visibility.PRIVATE, null);
    try (var connector =
        new ImapConnector(
            "test",
            settings,
            reader,
            Places.temporary(),
            Deletions.FOLLOW,
            Discarded.EXCLUDE,
            rhythm)) {
      return ReadThrough.of(connector, Cursor.START);
    }
  }
}
