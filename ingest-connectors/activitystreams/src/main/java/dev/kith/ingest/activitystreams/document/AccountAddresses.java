package dev.kith.ingest.activitystreams.document;

import dev.kith.schemas.AccountId;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps addresses to account ids. The id depends on the address alone, so that a bare address and a
 * full actor document give the same account and nothing is fetched.
 */
public final class AccountAddresses {
  private static final int LONGEST = 1000;
  private static final String NAME = "[\\w.~\\-\\p{L}\\p{M}\\p{N}]+";
  private static final Pattern ACTOR_PATH = Pattern.compile("/(?:users/|@)(" + NAME + ")/?");
  private static final Pattern OWNED_PATH = Pattern.compile("(/(?:users/|@)" + NAME + ")/.+");
  private static final Pattern HANDLE =
      Pattern.compile("@?(" + NAME + ")@([^\\s@/?#]+?)(:\\d{1,5})?");
  private static final Pattern MAIL = Pattern.compile("[^\\s@,]+@[^\\s@,]+");
  private static final Pattern AUTHOR = Pattern.compile("(.*)<([^<>]*)>\\s*");
  private static final Set<String> FOLDED = Set.of("fediverse", "github", "bluesky");
  private static final Set<String> NO_ACCOUNTS = Set.of("urn", "tag", "ni", "mid", "cid", "data");
  private static final Set<String> COLLECTIONS =
      Set.of("followers", "following", "inbox", "outbox", "featured", "liked", "collections");

  private AccountAddresses() {}

  /** The account at an address; empty if it is the address of something else or of nothing. */
  public static Optional<AccountId> accountOf(String address) {
    String text = address.strip();
    String scheme = scheme(text);
    if (text.length() > LONGEST || hasControl(text)) {
      return Optional.empty();
    }
    return switch (scheme) {
      case "" -> text.startsWith("@") ? handle(text) : Optional.empty();
      case "http", "https" -> web(text);
      case "acct" -> handle(text.substring(5));
      case "mailto" -> mail(PercentEncoding.decode(text.substring(7).replaceFirst("\\?.*", "")));
      default -> NO_ACCOUNTS.contains(scheme) ? Optional.empty() : named(scheme, text);
    };
  }

  /** Whether the form alone tells that an account is meant, and not a page or a note. */
  public static boolean isAccountAddress(String address) {
    return !isWeb(address)
        ? accountOf(address).isPresent()
        : WebAddress.of(address).map(web -> actorName(web).isPresent()).orElse(false);
  }

  /** The address of the owner of an object, if the path tells it. */
  public static Optional<String> ownerOf(String address) {
    return WebAddress.of(address)
        .flatMap(
            web -> {
              Matcher path = OWNED_PATH.matcher(PercentEncoding.decode(web.path()));
              boolean isOwned = path.matches() && !isCollection(web);
              boolean isPart = !web.fragment().isEmpty() && isActorPath(web);
              String owner = isOwned ? path.group(1) : PercentEncoding.decode(web.path());
              return isOwned || isPart
                  ? Optional.of(web.scheme() + "://" + web.authority() + owner)
                  : Optional.empty();
            });
  }

  /** Whether it is a list of accounts, such as somebody's followers, and none itself. */
  public static boolean isCollection(String address) {
    return WebAddress.of(address).map(AccountAddresses::isCollection).orElse(false);
  }

  private static boolean isCollection(WebAddress web) {
    String path = web.path();
    for (int from = 0; from < path.length(); ) {
      int end = path.indexOf('/', from);
      int until = end < 0 ? path.length() : end;
      if (COLLECTIONS.contains(path.substring(from, until))) {
        return true;
      }
      from = until + 1;
    }
    return false;
  }

  /** The server an address is on. */
  public static Optional<String> host(String address) {
    return WebAddress.of(address).map(WebAddress::authority);
  }

  /** A name and a server as one account. */
  public static Optional<AccountId> handle(String text) {
    Matcher handle = HANDLE.matcher(PercentEncoding.decode(text.strip()));
    if (!handle.matches()) {
      return Optional.empty();
    }
    String port = handle.group(3) == null ? "" : handle.group(3);
    return HostName.of(handle.group(2))
        .map(host -> folded("fediverse", handle.group(1) + "@" + host + port));
  }

  private static Optional<AccountId> web(String text) {
    return WebAddress.of(text)
        .map(
            web ->
                actorName(web)
                    .map(name -> folded("fediverse", name + "@" + web.authority()))
                    .orElseGet(() -> page(web)));
  }

  private static AccountId page(WebAddress web) {
    String path = web.path().isEmpty() ? "/" : web.path();
    return new AccountId(
        "web", web.scheme() + "://" + web.authority() + path + web.query() + web.fragment());
  }

  /** The name of an actor whose address has the form that fediverse servers give to actors. */
  private static Optional<String> actorName(WebAddress web) {
    Matcher name = ACTOR_PATH.matcher(web.isPathOnly() ? PercentEncoding.decode(web.path()) : "");
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private static boolean isActorPath(WebAddress web) {
    return ACTOR_PATH.matcher(PercentEncoding.decode(web.path())).matches();
  }

  private static Optional<AccountId> mail(String address) {
    return MAIL.matcher(address).matches() && !hasControl(address)
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
        namespace,
        FOLDED.contains(namespace)
            ? Normalizer.normalize(address.toLowerCase(Locale.ROOT), Form.NFC)
            : address);
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
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
}
