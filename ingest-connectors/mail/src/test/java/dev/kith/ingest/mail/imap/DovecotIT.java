package dev.kith.ingest.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.settings.MailSettings;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.imap.Dovecot;
import dev.kith.schemas.Visibility;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
      server.close();
    }
  }

  private static Dovecot server() {
    if (server == null) {
      throw new AssertionError("expected a running server");
    }
    return server;
  }

  @Override
  MailSettings.Imap settings() {
    return settings(server().port(), MailSettings.Imap.Security.PLAIN, null);
  }

  private MailSettings.Imap settings(
      int port, MailSettings.Imap.Security security, @Nullable Path certificate) {
    return new MailSettings.Imap(
        "127.0.0.1", port, user, Dovecot.PASSWORD, null, security, false, certificate, List.of());
  }

  @Test
  void theServerReportsRemovals() throws Exception {
    var mailbox = new ImapClient(settings(), DiscardedPolicy.EXCLUDE);
    Cursor end = readAll().end();
    ImapCursor.FolderPosition position = ImapCursor.parse(end).position("INBOX");

    client().remove("INBOX", 2);

    assertThat(mailbox.hasCapability("QRESYNC")).isTrue();
    assertThat(position.modseq()).isPositive();
    assertThat(mailbox.vanished("INBOX", position)).hasSize(1);
    mailbox.close();
  }

  @Test
  void theConnectionIsEncryptedBeforeThePasswordIsSent() throws Exception {
    Path certificate = server().certificate();
    var tls = settings(server().securePort(), MailSettings.Imap.Security.TLS, certificate);
    var startTls = settings(server().port(), MailSettings.Imap.Security.STARTTLS, certificate);

    assertThat(ids(read(tls))).hasSize(5);
    assertThat(ids(read(startTls))).hasSize(5);
  }

  @Test
  void anUntrustedServerGetsNoPassword() {
    var untrusted = settings(server().securePort(), MailSettings.Imap.Security.TLS, null);

    assertThatThrownBy(() -> read(untrusted))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("imap.ca-certificate");
  }

  private static ReadThrough read(MailSettings.Imap settings) throws Exception {
    var rhythm = new ImapConnector.PollIntervals(Duration.ZERO, Duration.ZERO, PageLimits.DEFAULT);
    var reader = TestMails.parser(Visibility.PRIVATE, null);
    try (var connector =
        new ImapConnector(
            "test",
            settings,
            reader,
            MessageLocationIndex.temporary(),
            DeletionPolicy.FOLLOW,
            DiscardedPolicy.EXCLUDE,
            rhythm)) {
      return ReadThrough.of(connector, Cursor.START);
    }
  }
}
