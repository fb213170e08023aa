package dev.kith.ingest.mail.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.imap.ImapConnector;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.maildir.MaildirConnector;
import dev.kith.ingest.mail.mbox.MboxConnector;
import dev.kith.ingest.mail.mbox.MboxFormat;
import dev.kith.schemas.Visibility;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSettingsTest {
  private static final String KEY = "kith.sources.mail.letters.";

  @TempDir Path folder;

  @Test
  void anArchiveNeedsOnlyItsLocation() {
    try (var context = ApplicationContext.run(Map.of(KEY + "location", "/srv/mail.mbox"))) {
      var settings = context.getBean(MailSettings.class);

      assertThat(settings.name()).isEqualTo("letters");
      assertThat(settings.location()).isEqualTo(Path.of("/srv/mail.mbox"));
      assertThat(settings.visibility()).isEqualTo(Visibility.PRIVATE);
      assertThat(settings.format()).isEqualTo(MboxFormat.AUTO);
      assertThat(settings.deletions()).isEqualTo(DeletionPolicy.FOLLOW);
      assertThat(settings.discarded()).isEqualTo(DiscardedPolicy.EXCLUDE);
      assertThat(context.getBean(Connector.class)).isInstanceOf(MboxConnector.class);
      assertThat(context.getBean(Connector.class).source()).isEqualTo("letters");
    }
  }

  @Test
  void aMailboxNeedsHostUserAndPassword() {
    Map<String, Object> keys = mailbox();
    try (var context = ApplicationContext.run(keys)) {
      MailSettings.Imap mailbox = imap(context);

      assertThat(mailbox)
          .isEqualTo(
              new MailSettings.Imap(
                  "mail.example.org",
                  null,
                  "ann",
                  "secret",
                  null,
                  MailSettings.Imap.Security.TLS,
                  false,
                  null,
                  null));
      assertThat(mailbox.namedFolders()).isEmpty();
      assertThat(mailbox.portOrDefault()).isEqualTo(993);
      assertThat(context.getBean(Connector.class)).isInstanceOf(ImapConnector.class);
    }
  }

  @Test
  void everyKeyIsRead() {
    Map<String, Object> keys = mailbox();
    keys.remove(KEY + "imap.password");
    keys.put(KEY + "imap.password-file", "/etc/kith/password");
    keys.put(KEY + "imap.port", "1143");
    keys.put(KEY + "imap.security", "STARTTLS");
    keys.put(KEY + "imap.allow-plain", "true");
    keys.put(KEY + "imap.ca-certificate", "/etc/kith/ca.pem");
    keys.put(KEY + "imap.folders", List.of("INBOX", "Sent"));
    keys.put(KEY + "visibility", "PUBLIC");
    keys.put(KEY + "list", "dev@example.org");
    keys.put(KEY + "format", "MBOXRD");
    keys.put(KEY + "deletions", "IGNORE");
    keys.put(KEY + "discarded", "INCLUDE");
    try (var context = ApplicationContext.run(keys)) {
      var settings = context.getBean(MailSettings.class);

      assertThat(settings.imap())
          .isEqualTo(
              new MailSettings.Imap(
                  "mail.example.org",
                  1143,
                  "ann",
                  null,
                  Path.of("/etc/kith/password"),
                  MailSettings.Imap.Security.STARTTLS,
                  true,
                  Path.of("/etc/kith/ca.pem"),
                  List.of("INBOX", "Sent")));
      assertThat(settings.visibility()).isEqualTo(Visibility.PUBLIC);
      assertThat(settings.list()).isEqualTo("dev@example.org");
      assertThat(settings.format()).isEqualTo(MboxFormat.MBOXRD);
      assertThat(settings.deletions()).isEqualTo(DeletionPolicy.IGNORE);
      assertThat(settings.discarded()).isEqualTo(DiscardedPolicy.INCLUDE);
      assertThat(settings.state()).isEqualTo(folder);
    }
  }

  @Test
  void aFolderWithCurAndNewIsAMaildir() throws Exception {
    Files.createDirectories(folder.resolve("mail/cur"));
    Files.createDirectories(folder.resolve("mail/new"));
    Map<String, Object> keys =
        Map.of(KEY + "location", folder.resolve("mail"), KEY + "state", folder);
    try (var context = ApplicationContext.run(keys)) {
      assertThat(context.getBean(Connector.class)).isInstanceOf(MaildirConnector.class);
    }
  }

  @Test
  void archivesAndMailboxesAreSourcesSideBySide() {
    Map<String, Object> keys = mailbox();
    keys.put("kith.sources.mail.old.location", "/srv/old.mbox");
    try (var context = ApplicationContext.run(keys)) {
      assertThat(context.getBeansOfType(Connector.class))
          .extracting(Connector::source)
          .containsExactlyInAnyOrder("letters", "old");
    }
  }

  @Test
  void aWrongValueIsRefusedByTheNameOfItsKey() {
    assertRefused("location", KEY + "location", "/srv/mail.mbox");
    assertRefused("imap.user", KEY + "imap.user", "");
    assertRefused("imap.password", KEY + "imap.password-file", "/etc/kith/password");
    assertRefused("imap.security", KEY + "imap.security", "PLAIN");
  }

  @Test
  void aPlainConnectionIsAllowedToThisMachineOnly() {
    Map<String, Object> keys = mailbox();
    keys.put(KEY + "imap.host", "127.0.0.1");
    keys.put(KEY + "imap.security", "PLAIN");
    try (var context = ApplicationContext.run(keys)) {
      assertThat(imap(context).portOrDefault()).isEqualTo(143);
    }
  }

  @Test
  void thePasswordIsNotShown() {
    try (var context = ApplicationContext.run(mailbox())) {
      var settings = context.getBean(MailSettings.class);

      assertThat(settings.toString() + settings.imap()).doesNotContain("secret");
    }
  }

  private static MailSettings.Imap imap(ApplicationContext context) {
    return Objects.requireNonNull(context.getBean(MailSettings.class).imap());
  }

  private Map<String, Object> mailbox() {
    Map<String, Object> keys = new HashMap<>();
    keys.put(KEY + "imap.host", "mail.example.org");
    keys.put(KEY + "imap.user", "ann");
    keys.put(KEY + "imap.password", "secret");
    keys.put(KEY + "state", folder.toString());
    return keys;
  }

  private void assertRefused(String named, String key, String value) {
    Map<String, Object> keys = mailbox();
    keys.put(key, value);
    assertThatThrownBy(() -> start(keys))
        .hasStackTraceContaining(KEY + named)
        .satisfies(failure -> assertThat(String.valueOf(failure)).doesNotContain("secret"));
  }

  private static void start(Map<String, Object> keys) {
    try (var context = ApplicationContext.run(keys)) {
      context.getBean(Connector.class);
    }
  }
}
