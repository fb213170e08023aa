package dev.kith.ingest.feed;

import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One feed.
 *
 * @param name of the source
 * @param url address of the feed
 * @param location file of a feed, instead of an address
 * @param mapping file that says what the columns of open data in CSV or JSON are
 * @param comments whether to read the comments of posts; without it, those of WordPress
 * @param poll how often the feed is requested
 * @param sweep how often the page of an older item is requested, to see whether it still exists
 * @param user for a feed with a password
 * @param password of the feed
 * @param passwordFile file that holds the password and nothing else
 * @param state folder of the index of published items
 */
@EachProperty("kith.sources.feed")
public record FeedSettings(
    @Parameter String name,
    @Nullable URI url,
    @Nullable Path location,
    @Nullable Path mapping,
    @Nullable Boolean comments,
    @Bindable(defaultValue = "15m") Duration poll,
    @Bindable(defaultValue = "7d") Duration sweep,
    @Nullable String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Nullable Path state) {

  /** Refuses a source without one place to read from, and a user without a password. */
  public FeedSettings {
    if ((url == null) == (location == null)) {
      throw new IllegalArgumentException(
          key(name, "url") + ": expected either url or location, found none or both");
    }
    if (url != null && !isHttp(url)) {
      throw new IllegalArgumentException(
          key(name, "url")
              + ": expected an address such as https://town.example/feed, found another");
    }
    if (!poll.isPositive() || !sweep.isPositive()) {
      throw new IllegalArgumentException(
          key(name, "poll") + ": expected positive durations in poll and sweep, found another");
    }
    if ((user == null) != (password == null && passwordFile == null)) {
      throw new IllegalArgumentException(
          key(name, "user") + ": expected user and password or neither, found one of them");
    }
  }

  private static boolean isHttp(URI url) {
    boolean isHttp =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    return isHttp && url.getHost() != null && url.getRawUserInfo() == null;
  }

  static String key(String name, String setting) {
    return "kith.sources.feed." + name + "." + setting;
  }

  /** Where the feed is read from; also names its accounts. */
  URI address() {
    if (url != null) {
      return url;
    }
    return Path.of(String.valueOf(location)).toAbsolutePath().toUri();
  }

  @Nullable Credential credential() {
    return user == null || url == null
        ? null
        : Credential.basic(url, user, Secret.of(key(name, "password"), password, passwordFile));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "FeedSettings[" + name + "]";
  }
}
