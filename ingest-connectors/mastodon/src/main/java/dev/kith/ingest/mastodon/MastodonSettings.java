package dev.kith.ingest.mastodon;

import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account on one server.
 *
 * @param name of the source
 * @param server that speaks the API, such as {@code https://town.example}
 * @param token of the API; without it, adding the source begins a login in the browser
 * @param tokenFile file that holds the token and nothing else
 * @param poll how often lists are polled; five times as long while the stream is open
 * @param follows how often followers and followed accounts are compared
 * @param streaming whether to listen to the stream of events
 * @param state folder of the index of published items
 */
@EachProperty("kith.sources.mastodon")
public record MastodonSettings(
    @Parameter String name,
    URI server,
    @Nullable String token,
    @Nullable Path tokenFile,
    @Bindable(defaultValue = "60s") Duration poll,
    @Bindable(defaultValue = "15m") Duration follows,
    @Bindable(defaultValue = "true") boolean streaming,
    @Nullable Path state) {
  private static final String PREFIX = "kith.sources.mastodon.";

  /** Refuses an address with a path, a source without a token, and intervals of zero. */
  public MastodonSettings {
    server = serverOf(name, server);
    if ((token == null) == (tokenFile == null)) {
      throw new IllegalArgumentException(
          PREFIX
              + name
              + ".token: expected either token or token-file, found "
              + (token == null ? "none" : "both"));
    }
    checkPositive(name, "poll", poll);
    checkPositive(name, "follows", follows);
  }

  private static void checkPositive(String name, String setting, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          PREFIX + name + "." + setting + ": expected more than 0s, found " + value);
    }
  }

  private static URI serverOf(String name, URI server) {
    boolean isHttp = "https".equals(server.getScheme()) || "http".equals(server.getScheme());
    boolean isBare = List.of("", "/").contains(String.valueOf(server.getRawPath()));
    if (!isHttp || server.getHost() == null || !isBare || server.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          PREFIX
              + name
              + ".server: expected an address such as https://town.example, found "
              + (server.getRawUserInfo() == null ? server : "one with a user name"));
    }
    return server;
  }

  Credential credential() {
    return Credential.bearer(server, Secret.of(PREFIX + name + ".token", token, tokenFile));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "MastodonSettings[" + name + "]";
  }
}
