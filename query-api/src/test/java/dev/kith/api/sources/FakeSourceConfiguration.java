package dev.kith.api.sources;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mailbox whose password was refused, and a network with a login. */
@Singleton
@Requires(property = "test.sources")
final class FakeSourceConfiguration implements SourceConfiguration {
  private final List<ConfiguredSource> sources = new ArrayList<>();

  FakeSourceConfiguration() {
    sources.add(
        new ConfiguredSource(
            "inbox",
            "mail",
            Map.of("imap.password-file", "/home/ann/.kith/secrets/inbox.imap.password"),
            "needs a person",
            "the password was refused: set another one",
            Instant.parse("2026-02-03T04:05:06Z")));
  }

  @Override
  public List<ConfiguredSource> all() {
    return List.copyOf(sources);
  }

  @Override
  public List<NetworkDescription> networks() {
    var server = new NetworkDescription.Key("server", "address", "", null, true, false);
    var token = new NetworkDescription.Key("token", "text", "of the API", null, false, true);
    var port = new NetworkDescription.Key("imap.port", "number", "", "993", false, false);
    return List.of(
        new NetworkDescription("mastodon", List.of(server, token), "token"),
        new NetworkDescription("mail", List.of(port), null));
  }

  @Override
  public AddedSource add(
      String network, @Nullable String name, Map<String, String> settings, @Nullable String code) {
    if (code == null) {
      return new AddedSource(null, settings.get("server") + "/oauth/authorize?client_id=kith");
    }
    if (!code.equals("right")) {
      throw SourceRefusedException.of("the code is wrong");
    }
    String added = network + "-town-example";
    sources.add(new ConfiguredSource(added, network, settings, "reading", null, Instant.now()));
    return new AddedSource(added, null);
  }

  @Override
  public void set(String name, Map<String, String> settings) {
    if (settings.getOrDefault("imap.port", "993").matches("\\D+")) {
      throw SourceRefusedException.of(
          "imap.port: expected a whole number, found " + settings.get("imap.port"));
    }
    sources.replaceAll(
        source ->
            source.name().equals(name)
                ? new ConfiguredSource(
                    name,
                    source.network(),
                    settings,
                    source.state(),
                    source.message(),
                    source.since())
                : source);
  }

  @Override
  public void change(String name, SourceChange change) {
    throw SourceRefusedException.of("expected no change, found one of " + name);
  }

  @Override
  public void remove(String name, boolean forget) {
    throw SourceRefusedException.of("expected no removal, found one of " + name);
  }
}
