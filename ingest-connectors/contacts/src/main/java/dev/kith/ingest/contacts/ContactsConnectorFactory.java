package dev.kith.ingest.contacts;

import dev.kith.ingest.Connector;
import dev.kith.ingest.SourceOwner;
import dev.kith.ingest.contacts.book.AddressBookFolder;
import dev.kith.ingest.contacts.book.AddressBookServer;
import dev.kith.ingest.contacts.book.AddressBooks;
import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.webdav.DavClient;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a connector of each configured address book. */
@Factory
final class ContactsConnectorFactory {
  @EachBean(ContactsSettings.class)
  Connector connector(
      ContactsSettings settings, ConnectorHttpClient http, Environment environment) {
    String[] viewers = environment.getProperty("kith.api.as", String[].class, new String[0]);
    String owner = SourceOwner.of(settings.owner(), List.of(viewers)).orElse(null);
    return connector(settings, http, owner, InstantSource.system());
  }

  static Connector connector(
      ContactsSettings settings,
      ConnectorHttpClient http,
      @Nullable String owner,
      InstantSource clock) {
    return new ContactsConnector(
        settings.name(),
        books(settings, http),
        new CardMapper(settings.name(), owner, settings.region()),
        settings.poll(),
        clock);
  }

  private static AddressBooks books(ContactsSettings settings, ConnectorHttpClient http) {
    Path location = settings.location();
    URI url = Objects.requireNonNullElse(settings.url(), URI.create(""));
    return location == null
        ? new AddressBookServer(new DavClient(http, settings.credential()), url)
        : new AddressBookFolder(location);
  }
}
