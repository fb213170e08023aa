package dev.kith.ingest.activitystreams;

import dev.kith.schemas.AccountId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which account an address names: a function of the address alone, so that every document that
 * names the same actor, however little it says, means the same account, and nothing is fetched.
 */
final class Accounts {
  private static final int LONGEST = 1000;
  private static final Pattern ACTOR_PATH = Pattern.compile("/(?:users/|@)([\\w.-]+)/?");
  private static final Pattern OWNED_PATH = Pattern.compile("(/(?:users/|@)[\\w.-]+)/.+");
  private static final Pattern HANDLE = Pattern.compile("@?([\\w.-]+)@([\\w.:-]+)");
  private static final Pattern MAIL = Pattern.compile("[^\\s@,]+@[^\\s@,]+");
  private static final Pattern AUTHOR = Pattern.compile("(.*)<([^<>]*)>\\s*");
  private static final Set<String> FOLDED = Set.of("fediverse", "github", "bluesky");
  private static final Set<String> NO_ACCOUNTS = Set.of("urn", "tag", "ni", "mid", "cid", "data");
  private static final Set<String> COLLECTIONS =
      Set.of("followers", "following", "inbox", "outbox", "featured", "liked", "collections");

  private Accounts() {}

  /** The account at an address; empty if it is the address of something else or of nothing. */
  static Optional<AccountId> at(String address) {
    String text = address.strip();
    String scheme = scheme(text);
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    return switch (scheme) {
      case "" -> text.startsWith("@") ? handle(text) : Optional.empty();
      case "http", "https" -> web(text);
      case "acct" -> handle(text.substring(5));
      case "mailto" -> mail(decoded(text.substring(7).replaceFirst("\\?.*", "")));
      default -> NO_ACCOUNTS.contains(scheme) ? Optional.empty() : named(scheme, text);
    };
  }

  /** Whether the form alone tells that an account is meant, and not a page or a note. */
  static boolean isTold(String address) {
    return !isWeb(address)
        ? at(address).isPresent()
        : uri(address).map(uri -> actorName(uri).matches()).orElse(false);
  }

  /** The address of whoever owns what is at an address, where the path tells. */
  static Optional<String> ownerOf(String address) {
    return uri(address)
        .filter(uri -> isWeb(address))
        .flatMap(
            uri -> {
              Matcher path = OWNED_PATH.matcher(uri.getPath());
              return path.matches() && !isCollection(address)
                  ? Optional.of(uri.getScheme() + "://" + uri.getRawAuthority() + path.group(1))
                  : Optional.empty();
            });
  }

  /** Whether it is a list of accounts, such as somebody's followers, and none itself. */
  static boolean isCollection(String address) {
    return isWeb(address)
        && uri(address)
            .map(uri -> List.of(uri.getPath().split("/", -1)))
            .map(path -> path.stream().anyMatch(COLLECTIONS::contains))
            .orElse(false);
  }

  /** The server an address is on. */
  static Optional<String> host(String address) {
    return isWeb(address) ? uri(address).map(Accounts::authority) : Optional.empty();
  }

  /** A name and a server as one account. */
  static Optional<AccountId> handle(String text) {
    Matcher handle = HANDLE.matcher(text.strip());
    return handle.matches()
        ? Optional.of(folded("fediverse", handle.group(1) + "@" + handle.group(2)))
        : Optional.empty();
  }

  private static Optional<AccountId> web(String text) {
    return uri(text).filter(uri -> uri.getHost() != null).map(Accounts::web);
  }

  private static AccountId web(URI uri) {
    Matcher name = actorName(uri);
    if (name.matches()) {
      return folded("fediverse", name.group(1) + "@" + authority(uri));
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    return new AccountId("web", scheme + "://" + authority(uri) + path + query + fragment);
  }

  /** Matches if the address has the form that fediverse servers give to actors. */
  private static Matcher actorName(URI uri) {
    boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
    return ACTOR_PATH.matcher(bare ? uri.getPath() : "");
  }

  private static Optional<AccountId> mail(String address) {
    return MAIL.matcher(address).matches()
        ? Optional.of(AccountId.email(address))
        : Optional.empty();
  }

  private static Optional<AccountId> named(String namespace, String text) {
    String address = text.substring(namespace.length() + 1).strip();
    Matcher author = AUTHOR.matcher(address);
    if (address.isEmpty() || !namespace.matches("[a-z0-9-]+")) {
      return Optional.empty();
    }
    return switch (namespace) {
      case "email" -> mail(address);
      case "git" ->
          author.matches()
              ? Optional.of(AccountId.git(author.group(1), author.group(2)))
              : Optional.empty();
      case "did" ->
          Optional.of(
              address.startsWith("plc:")
                  ? folded("bluesky", text)
                  : new AccountId(namespace, address));
      default -> Optional.of(folded(namespace, address));
    };
  }

  private static AccountId folded(String namespace, String address) {
    return new AccountId(
        namespace, FOLDED.contains(namespace) ? address.toLowerCase(Locale.ROOT) : address);
  }

  private static boolean isWeb(String address) {
    return scheme(address).startsWith("http");
  }

  private static String scheme(String text) {
    int colon = text.indexOf(':');
    return colon < 1 || text.startsWith("@")
        ? ""
        : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static String authority(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    int usual = uri.getScheme().equalsIgnoreCase("http") ? 80 : 443;
    return uri.getPort() < 0 || uri.getPort() == usual ? host : host + ":" + uri.getPort();
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text.strip());
      return uri.getHost() == null || uri.getPath() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
