package dev.kith.ingest.mail;

import dev.kith.ingest.Connector;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/** Makes a connector of each configured source of mail. */
@Factory
final class MailConnectors {
  @EachBean(MailSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(MailSettings settings, Environment environment) {
    var mails =
        new MailReader(
            settings.name(),
            settings.visibility(),
            settings.list(),
            settings.discarded(),
            InstantSource.system());
    Path location = settings.location();
    if (location == null) {
      return new ImapConnector(
          settings.name(),
          settings.mailbox(),
          mails,
          Places.in(state(settings, environment)),
          settings.deletions(),
          settings.discarded(),
          ImapConnector.Rhythm.USUAL);
    }
    if (MaildirFiles.isMaildir(location)) {
      return new MaildirConnector(
          settings.name(),
          location,
          mails,
          Places.in(state(settings, environment)),
          settings.deletions(),
          settings.discarded(),
          PageSize.USUAL);
    }
    var files = new ArchiveFiles(location, settings.discarded());
    return new MboxConnector(settings.name(), files, mails, settings.format(), PageSize.USUAL);
  }

  /** Beside everything else this machine keeps for Kith, unless another folder is named. */
  private static Path state(MailSettings settings, Environment environment) {
    String file = URLEncoder.encode(settings.name(), StandardCharsets.UTF_8) + ".places";
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
