package dev.kith.ingest.mail;

import dev.kith.ingest.Connector;
import dev.kith.ingest.mail.imap.ImapConnector;
import dev.kith.ingest.mail.location.MessageLocationIndex;
import dev.kith.ingest.mail.maildir.MaildirConnector;
import dev.kith.ingest.mail.maildir.MaildirLister;
import dev.kith.ingest.mail.mbox.MboxConnector;
import dev.kith.ingest.mail.mbox.MboxFileLister;
import dev.kith.ingest.mail.message.MailParser;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.mail.settings.MailSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/** Creates a connector for each configured source of mail. */
@Factory
final class MailConnectorFactory {
  @EachBean(MailSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(MailSettings settings, Environment environment) {
    var parser =
        new MailParser(
            settings.name(),
            settings.visibility(),
            settings.list(),
            settings.discarded(),
            InstantSource.system());
    Path location = settings.location();
    if (location == null) {
      return new ImapConnector(
          settings.name(),
          Objects.requireNonNull(settings.imap(), "a source has a location or a mailbox"),
          parser,
          MessageLocationIndex.in(state(settings, environment)),
          settings.deletions(),
          settings.discarded(),
          ImapConnector.PollIntervals.DEFAULT);
    }
    if (MaildirLister.isMaildir(location)) {
      return new MaildirConnector(
          settings.name(),
          location,
          parser,
          MessageLocationIndex.in(state(settings, environment)),
          settings.deletions(),
          settings.discarded(),
          PageLimits.DEFAULT);
    }
    var files = new MboxFileLister(location, settings.discarded());
    return new MboxConnector(settings.name(), files, parser, settings.format(), PageLimits.DEFAULT);
  }

  /** The configured folder, else a folder in Kith's home. */
  private static Path state(MailSettings settings, Environment environment) {
    String file = URLEncoder.encode(settings.name(), StandardCharsets.UTF_8) + ".locations";
    if (settings.state() != null) {
      return settings.state().resolve(file);
    }
    Path usual = Path.of(System.getProperty("user.home"), ".kith");
    return environment
        .getProperty("kith.home", String.class)
        .map(Path::of)
        .orElse(usual)
        .resolve("mail")
        .resolve(file);
  }
}
