package dev.kith.ingest.contacts;

import dev.kith.ingest.http.Credential;
import dev.kith.ingest.http.Secret;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One address book, or all address books of one user of a server.
 *
 * @param name of the source
 * @param location of a vCard or CSV file, or of a folder of them
 * @param url of a CardDAV server, a user of it, or one address book
 * @param username on the server
 * @param password of the user
 * @param passwordFile file that holds the password and nothing else
 * @param owner mail address of whoever keeps the address book
 * @param region ISO 3166 code of the country whose phone numbers are written without country code
 * @param poll how often it is looked for changes
 */
@EachProperty("kith.sources.contacts")
public record ContactsSettings(
    @Parameter String name,
    @Nullable Path location,
    @Nullable URI url,
    @Nullable String username,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Nullable String owner,
    @Nullable String region,
    @Bindable(defaultValue = "60s") Duration poll) {
  private static final String PREFIX = "kith.sources.contacts.";
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());

  /** Refuses a source without a place, half a credential, an unknown country, a pause of zero. */
  public ContactsSettings {
    require(
        name, (location == null) != (url == null), "either location or url, found none or both");
    require(
        name,
        url == null || (url.getHost() != null && url.getRawUserInfo() == null),
        "an address such as https://dav.example.org in url, found another");
    boolean hasPassword = password != null || passwordFile != null;
    require(
        name,
        (password == null || passwordFile == null) && (username != null) == hasPassword,
        "username with either password or password-file, found one of them alone or all");
    require(
        name,
        owner == null || owner.matches("[^\\s@]+@[^\\s@]+"),
        "a mail address in owner, found another text");
    region = region == null ? null : region.toUpperCase(Locale.ROOT);
    require(
        name,
        region == null || REGIONS.contains(region),
        "a country of two letters such as FR in region, found another text");
    require(name, poll.isPositive(), "a positive duration in poll, found another");
  }

  private static void require(String name, boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(PREFIX + name + ": expected " + expected);
    }
  }

  /** The credential of the user; null for a server without users. */
  @Nullable Credential credential() {
    return url == null || username == null
        ? null
        : Credential.basic(
            url, username, Secret.of(PREFIX + name + ".password", password, passwordFile));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ContactsSettings[" + name + "]";
  }
}
