package dev.kith.ingest.bluesky;

import dev.kith.ingest.bluesky.identity.HandleResolver;
import dev.kith.ingest.bluesky.record.AtUri;
import dev.kith.ingest.http.Secret;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one source, and where their events come from.
 *
 * @param name of the source
 * @param accounts DIDs or handles whose activities are read
 * @param events address of a Jetstream, or of a PDS or relay with {@code subscribeRepos}
 * @param followed whether accounts that the configured ones follow are read, too
 * @param login handle or DID as which notifications are read; none are read without it
 * @param password app password of that account; better in a file
 * @param passwordFile file that holds an app password of that account and nothing else
 * @param directory of {@code did:plc}
 * @param handleResolver server that is trusted to resolve handles, where there is no DNS
 * @param state folder of the index of published records
 */
@EachProperty("kith.sources.bluesky")
public record BlueskySettings(
    @Parameter String name,
    List<String> accounts,
    @Bindable(defaultValue = "wss://jetstream2.us-east.bsky.network/subscribe") URI events,
    @Bindable(defaultValue = "true") boolean followed,
    @Nullable String login,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Bindable(defaultValue = "https://plc.directory") URI directory,
    @Nullable URI handleResolver,
    @Nullable Path state) {
  private static final Set<String> SCHEMES = Set.of("ws", "wss", "http", "https");
  private static final String SUBSCRIBE_REPOS = "/xrpc/com.atproto.sync.subscribeRepos";

  /** Refuses a source without accounts, with invalid accounts, or with only part of a login. */
  public BlueskySettings {
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw wrong(name, "accounts: expected at least one handle or DID, found none");
    }
    for (String account : accounts) {
      if (!isAccount(account)) {
        throw wrong(
            name,
            "accounts: expected handles such as ann.example.org and DIDs, found "
                + account.strip());
      }
    }
    if (!SCHEMES.contains(String.valueOf(events.getScheme())) || events.getHost() == null) {
      throw wrong(
          name,
          "events: expected an address with wss, ws, https or http, found "
              + (events.getRawUserInfo() == null ? events : "one with a user name"));
    }
    boolean hasPassword = password != null || passwordFile != null;
    if (login == null && hasPassword) {
      throw wrong(name, "login: expected a handle or DID beside the password, found none");
    }
    if (login != null && !hasPassword) {
      throw wrong(name, "password: expected it or password-file beside login, found neither");
    }
  }

  private static boolean isAccount(String text) {
    String name = text.strip().replaceFirst("^@", "");
    return AtUri.isDid(name) || HandleResolver.isHandle(name);
  }

  /** The app password, if notifications are read. */
  @Nullable Secret secret() {
    return login == null
        ? null
        : Secret.of("kith.sources.bluesky." + name + ".password", password, passwordFile);
  }

  /** Whether the events are those of a Jetstream. */
  boolean isJetstream() {
    return String.valueOf(events.getPath()).endsWith("/subscribe");
  }

  /** The address of the events as a WebSocket; a server without a path is a PDS or relay. */
  URI stream() {
    String path = String.valueOf(events.getPath()).replaceFirst("/$", "");
    return URI.create(
        events.getScheme().replaceFirst("^http", "ws")
            + "://"
            + events.getRawAuthority()
            + (path.isEmpty() ? SUBSCRIBE_REPOS : path));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "BlueskySettings[" + name + "]";
  }

  private static IllegalArgumentException wrong(String name, String what) {
    return new IllegalArgumentException("kith.sources.bluesky." + name + "." + what);
  }
}
