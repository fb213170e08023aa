package dev.kith.ingest.bluesky;

import dev.kith.ingest.Connector;
import dev.kith.ingest.bluesky.identity.DnsTextRecords;
import dev.kith.ingest.bluesky.identity.HandleResolver;
import dev.kith.ingest.bluesky.identity.IdentityResolver;
import dev.kith.ingest.bluesky.identity.ProfileMapper;
import dev.kith.ingest.bluesky.stream.EventReader;
import dev.kith.ingest.bluesky.stream.Jetstream;
import dev.kith.ingest.bluesky.stream.RepoStream;
import dev.kith.ingest.bluesky.xrpc.AtpSession;
import dev.kith.ingest.bluesky.xrpc.NotificationReader;
import dev.kith.ingest.bluesky.xrpc.RepositoryReader;
import dev.kith.ingest.bluesky.xrpc.XrpcClient;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.Secret;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes a connector of each configured source. */
@Factory
final class BlueskyConnectorFactory {
  @EachBean(BlueskySettings.class)
  Connector connector(BlueskySettings settings, ConnectorHttpClient http, Environment environment) {
    Path file = state(settings, environment).resolve(settings.name() + ".records");
    return connector(settings, new XrpcClient(http), RecordIndex.in(file), events(settings));
  }

  static BlueskyConnector connector(
      BlueskySettings settings, XrpcClient client, RecordIndex index, EventReader events) {
    var handles = new HandleResolver(client, new DnsTextRecords("dns:"), settings.handleResolver());
    var identities = new IdentityResolver(client, settings.directory(), handles);
    var repositories = new RepositoryReader(client);
    var clock = InstantSource.system();
    var mapper = new ProfileMapper(settings.name());
    return new BlueskyConnector(
        settings,
        new BlueskyConnector.Dependencies(
            events,
            identities,
            repositories,
            notifications(settings, client, identities),
            new ProfileDirectory(identities, repositories, mapper, clock),
            index,
            clock));
  }

  private static @Nullable NotificationReader notifications(
      BlueskySettings settings, XrpcClient client, IdentityResolver identities) {
    Secret password = settings.secret();
    return settings.login() == null || password == null
        ? null
        : new NotificationReader(
            new AtpSession(client, identities::server, settings.login(), password));
  }

  static EventReader events(BlueskySettings settings) {
    URI address = settings.stream();
    return new EventReader(
        settings.isJetstream() ? new Jetstream(address) : new RepoStream(address));
  }

  private static Path state(BlueskySettings settings, Environment environment) {
    if (settings.state() != null) {
      return settings.state();
    }
    Path home =
        environment
            .getProperty("kith.home", String.class)
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".kith"));
    return home.resolve("bluesky");
  }
}
