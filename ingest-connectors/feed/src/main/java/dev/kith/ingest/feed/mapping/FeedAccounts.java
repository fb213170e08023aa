package dev.kith.ingest.feed.mapping;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.KnownProfiles;
import dev.kith.ingest.feed.document.FeedPerson;
import dev.kith.ingest.feed.document.ParsedFeed;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The accounts of one feed: the people whom it names, and the feed itself. A person is known by the
 * page that the feed states, else by name within this feed: two people of one name in two feeds are
 * two accounts. A name such as {@code admin}, or the title of the feed, is no person.
 */
final class FeedAccounts {
  static final String NAMESPACE = "feed";

  /** Names and local parts of addresses that stand for a function. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          ("admin administrator webmaster postmaster hostmaster root noreply no-reply donotreply"
                  + " do-not-reply info contact office mail support help hello news newsletter"
                  + " editor editors editorial redaktion redaction team staff press feedback"
                  + " wordpress blogger anonymous anonym unknown author user guest nobody rss feed")
              .split(" ", -1));

  private static final Set<String> HTTP = Set.of("http", "https");
  private static final int MAX_LENGTH = 500;

  private final String source;
  private final URI address;
  private final String context;
  private final String title;
  private final String page;

  /**
   * The accounts of a document.
   *
   * @param address as configured, so that accounts stay when the feed moves
   */
  FeedAccounts(String source, URI address, ParsedFeed feed) {
    this.source = source;
    this.address = address;
    this.context = context(address);
    this.title = feed.title();
    this.page = feed.link();
  }

  /** Where the feed is: its host, or the name of its file. */
  static String context(URI address) {
    return address.getHost() == null
        ? address.getPath().replaceFirst(".*/", "")
        : address.getHost().toLowerCase(Locale.ROOT);
  }

  /** The account of a person; empty if what is named is no person. */
  Optional<AccountId> person(FeedPerson person) {
    if (isFunction(person)) {
      return Optional.empty();
    }
    Optional<String> uri = page(person.uri());
    String name = name(person).orElse("");
    String key = name.isEmpty() ? email(person).orElse("") : folded(name);
    if (uri.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AccountId(NAMESPACE, cut(uri.orElseGet(() -> own() + "#" + key))));
  }

  private boolean isFunction(FeedPerson person) {
    String name = folded(person.name());
    if (name.isEmpty()) {
      return email(person).isEmpty() && page(person.uri()).isEmpty();
    }
    return FUNCTIONS.contains(name) || (!title.isEmpty() && name.equals(folded(title)));
  }

  /** The profile of a person as an item names it. */
  Profile profile(AccountId account, FeedPerson person, Instant at) {
    return profile(account, at)
        .setNames(name(person).stream().toList())
        .setEmails(email(person).stream().toList())
        .setLinks(
            page(person.uri()).stream().map(uri -> new Link(person.uri().strip(), false)).toList())
        .build();
  }

  /** The feed itself. */
  AccountId feed() {
    return new AccountId(NAMESPACE, cut(own()));
  }

  /** The profile of the feed itself. */
  Profile feedProfile(Instant at) {
    return profile(feed(), at)
        .setKind(AccountKind.ORGANISATION)
        .setNames(DisplayName.clean(title).stream().toList())
        .setLinks(
            Stream.of(page)
                .filter(FeedAccounts::isHttp)
                .map(each -> new Link(each, false))
                .toList())
        .build();
  }

  private Profile.Builder profile(AccountId account, Instant at) {
    return Profile.newBuilder()
        .setAccount(account.toString())
        .setRevision(KnownProfiles.revision(at))
        .setNetwork(NAMESPACE)
        .setSource(source)
        .setSeen(at)
        .setAsserted(Asserted.OTHERS)
        .setContexts(List.of(context));
  }

  private static Optional<String> name(FeedPerson person) {
    return DisplayName.clean(person.name());
  }

  /** The address, unless it is that of a function. */
  private static Optional<String> email(FeedPerson person) {
    String address = person.email().strip();
    if (!address.matches("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+")) {
      return Optional.empty();
    }
    String local = address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    return FUNCTIONS.contains(local)
        ? Optional.empty()
        : Optional.of(AccountId.email(address).address());
  }

  /** The page of a person in one spelling; empty if it is the page of the feed. */
  private Optional<String> page(String written) {
    String uri = written.strip();
    return isHttp(uri) && !normalized(uri).equals(normalized(page))
        ? Optional.of(normalized(uri))
        : Optional.empty();
  }

  private String own() {
    return address.getHost() == null ? context : normalized(address.toString());
  }

  private static boolean isHttp(String uri) {
    return HTTP.contains(uri.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
        && uri.matches("\\S+");
  }

  /** Without scheme, user, fragment and the last slash; the host in lower case. */
  private static String normalized(String uri) {
    String rest = uri.replaceFirst("^[a-zA-Z]+://(?:[^/@]*@)?", "").replaceFirst("#.*", "");
    int path = rest.indexOf('/');
    String host = path < 0 ? rest : rest.substring(0, path);
    return host.toLowerCase(Locale.ROOT)
        + (path < 0 ? "" : rest.substring(path).replaceFirst("/+$", ""));
  }

  private static String folded(String name) {
    return Normalizer.normalize(DisplayName.visible(name).orElse(""), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String cut(String key) {
    String clean = key.replaceAll("\\p{Cntrl}", "").strip();
    return clean.length() > MAX_LENGTH ? clean.substring(0, MAX_LENGTH).strip() : clean;
  }
}
