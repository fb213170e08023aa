package dev.kith.ingest.calendar;

import dev.kith.ingest.Connector;
import dev.kith.ingest.SourceOwner;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.webdav.DavClient;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes a connector of each configured source. */
@Factory
final class CalendarConnectorFactory {
  private static final int PAGE_SIZE = 500;

  @EachBean(CalendarSettings.class)
  @Bean(preDestroy = "close")
  Connector connector(
      CalendarSettings settings, ConnectorHttpClient http, Environment environment) {
    String[] viewers = environment.getProperty("kith.api.as", String[].class, new String[0]);
    return new CalendarConnector(
        settings.ownedBy(SourceOwner.of(settings.owner(), List.of(viewers)).orElse(null)),
        store -> resources(settings, http, store),
        meetings(settings, environment.getProperty("kith.home", Path.class)),
        InstantSource.system(),
        PAGE_SIZE);
  }

  private static CalendarResources resources(
      CalendarSettings settings, ConnectorHttpClient http, MeetingStore store) {
    URI url = settings.url();
    if (url == null) {
      return new CalendarFiles(
          Objects.requireNonNull(settings.location(), "a source has a location or a url"));
    }
    var client = new DavClient(http, settings.credential());
    return new CalDavCalendars(client, url, settings.names(), store, InstantSource.system());
  }

  /** The file of published meetings, named so that it is deleted when the source is forgotten. */
  private static Path meetings(CalendarSettings settings, Optional<Path> home) {
    Path usual = Path.of(System.getProperty("user.home"), ".kith");
    Path state = settings.state();
    return (state == null ? home.orElse(usual).resolve("calendar") : state)
        .resolve(settings.name() + ".meetings");
  }
}
