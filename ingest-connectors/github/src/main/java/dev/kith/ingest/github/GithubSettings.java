package dev.kith.ingest.github;

import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One source: a repository, the events of a user, the members of an organisation, the notifications
 * of whoever owns the token, or a webhook.
 *
 * @param name of the source
 * @param repository owner and name, such as {@code town/code}
 * @param user whose received events are read
 * @param organisation whose members are read
 * @param notifications whether to read what the owner of the token is notified of
 * @param webhookSecret secret with which the server signs its requests
 * @param webhookSecretFile that holds the secret
 * @param token for REST; without one, only what is public, 60 requests an hour
 * @param tokenFile that holds the token
 * @param discussions whether to read the discussions of the repository; that takes a token
 * @param server address of the REST API
 * @param poll minimum time between two polls
 */
@EachProperty("kith.sources.github")
public record GithubSettings(
    @Parameter String name,
    @Nullable String repository,
    @Nullable String user,
    @Nullable String organisation,
    @Bindable(defaultValue = "false") boolean notifications,
    @Nullable String webhookSecret,
    @Nullable Path webhookSecretFile,
    @Nullable String token,
    @Nullable Path tokenFile,
    @Bindable(defaultValue = "true") boolean discussions,
    @Bindable(defaultValue = "https://api.github.com") URI server,
    @Bindable(defaultValue = "60s") Duration poll) {
  private static final String LOGIN = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

  /** Refuses a source that is not exactly one of the four kinds. */
  public GithubSettings {
    boolean isWebhook = webhookSecret != null || webhookSecretFile != null;
    long kinds =
        Stream.of(repository, user, organisation).filter(Objects::nonNull).count()
            + (notifications ? 1 : 0)
            + (isWebhook ? 1 : 0);
    if (kinds != 1) {
      throw new IllegalArgumentException(
          key(name, "repository")
              + ": expected one of repository, user, organisation, notifications and"
              + " webhook-secret, found "
              + kinds);
    }
    if (notifications && token == null && tokenFile == null) {
      throw new IllegalArgumentException(
          key(name, "notifications") + ": expected a token or token-file beside it, found neither");
    }
    check(name, "repository", repository, LOGIN + "/[\\w.-]+", "OWNER/NAME");
    check(name, "user", user, LOGIN, "a login");
    check(name, "organisation", organisation, LOGIN, "a login");
    if (!poll.isPositive()) {
      throw new IllegalArgumentException(
          key(name, "poll") + ": expected more than 0s, found " + poll);
    }
  }

  private static void check(
      String name, String setting, @Nullable String value, String form, String expected) {
    if (value != null && !value.matches(form)) {
      throw new IllegalArgumentException(
          key(name, setting) + ": expected " + expected + ", found " + value);
    }
  }

  static String key(String name, String setting) {
    return "kith.sources.github." + name + "." + setting;
  }

  /** The server with the host of the pages, which may differ from the host of the API. */
  GithubServer githubServer() {
    String host = String.valueOf(server.getHost());
    return new GithubServer(name, host.equals("api.github.com") ? "github.com" : host);
  }

  @Nullable Credential credential() {
    return token == null && tokenFile == null
        ? null
        : Credential.bearer(server, Secret.of(key(name, "token"), token, tokenFile));
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "GithubSettings[" + name + "]";
  }
}
