package dev.kith.ingest.feed.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.feed.document.FeedPerson;
import dev.kith.ingest.feed.document.ParsedFeed;
import dev.kith.ingest.feed.document.ParsedItem;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps the items of a document to activities. */
public final class FeedItemMapper {
  /** The network of everything that a feed tells. */
  public static final String NETWORK = FeedAccounts.NAMESPACE;

  /** The kind of everything that a feed tells, as in ActivityStreams. */
  public static final String KIND = "create";

  private static final int MAX_VALUES = 100;
  private static final int MAX_TITLE = 1000;
  private static final int MAX_ID = 1000;
  private static final int MAX_FILE_NAME = 300;

  private final Context context;
  private final ParsedFeed feed;
  private final FeedAccounts accounts;

  /**
   * What holds for all items of a document.
   *
   * @param source name of the source
   * @param address of the feed as configured
   * @param repliesTo id of the activity whose comments the document lists
   * @param visibility of the items
   * @param read when the document was read: stands for the time of an item without one
   */
  public record Context(
      String source,
      URI address,
      @Nullable String repliesTo,
      Visibility visibility,
      Instant read) {}

  /** A mapper of the items of one document. */
  public FeedItemMapper(Context context, ParsedFeed feed) {
    this.context = context;
    this.feed = feed;
    this.accounts = new FeedAccounts(context.source(), context.address(), feed);
  }

  /** Where a feed is: its host, or the name of its file. */
  public static String context(URI address) {
    return FeedAccounts.context(address);
  }

  /** The activity of an item. */
  public FeedActivity map(ParsedItem item) {
    Instant stated = Optional.ofNullable(item.published()).orElse(item.updated());
    Instant at = Optional.ofNullable(stated).orElse(context.read());
    Map<AccountId, FeedPerson> authors = authors(item);
    List<Profile> profiles = new ArrayList<>();
    AccountId actor = authors.keySet().stream().findFirst().orElseGet(accounts::feed);
    if (authors.isEmpty()) {
      profiles.add(accounts.feedProfile(at));
    }
    Map<AccountId, String> towards = new LinkedHashMap<>();
    authors.keySet().stream().skip(1).forEach(author -> towards.put(author, "co-authored"));
    authors.forEach((account, person) -> profiles.add(accounts.profile(account, person, at)));
    others(item)
        .forEach(
            (account, person) -> {
              if (!authors.containsKey(account)) {
                towards.put(
                    account, item.towards().contains(person) ? person.role() : "participated");
                profiles.add(accounts.profile(account, person, at));
              }
            });
    return new FeedActivity(activity(item, actor, towards, at), profiles, stated != null);
  }

  private Activity activity(
      ParsedItem item, AccountId actor, Map<AccountId, String> towards, Instant at) {
    String inReplyTo =
        Optional.ofNullable(item.inReplyTo()).map(this::scoped).orElse(context.repliesTo());
    return Activity.newBuilder()
        .setId(id(item))
        .setRevision(Optional.ofNullable(item.updated()).map(FeedItemMapper::revision).orElse(0L))
        .setNetwork(NETWORK)
        .setSource(context.source())
        .setKind(KIND)
        .setAt(at)
        .setActor(actor.toString())
        .setTowards(
            towards.entrySet().stream()
                .limit(MAX_VALUES)
                .map(each -> new Towards(each.getKey().toString(), each.getValue()))
                .toList())
        .setTitle(item.title().isEmpty() ? null : cut(item.title(), MAX_TITLE))
        .setText(item.text().text())
        .setQuoted(item.text().quoted())
        .setLanguage(language())
        .setTopics(topics(item))
        .setAttachments(
            item.enclosures().stream()
                .map(FeedItemMapper::fileName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MAX_VALUES)
                .toList())
        .setInReplyTo(inReplyTo)
        .setThread(context.repliesTo())
        .setContext(FeedAccounts.context(context.address()))
        .setVisibility(context.visibility())
        .setUrl(item.link().isEmpty() ? null : item.link())
        .setOriginal(ByteBuffer.wrap(item.original()))
        .setOriginalType(item.originalType())
        .build();
  }

  private static long revision(Instant updated) {
    return Math.max(0, updated.toEpochMilli());
  }

  /**
   * Who wrote the item; where it names nobody, the hosts of a podcast, and else who wrote the feed.
   */
  private Map<AccountId, FeedPerson> authors(ParsedItem item) {
    return Stream.of(
            item.people().stream().filter(FeedPerson::isAuthor),
            item.people().stream().filter(FeedItemMapper::isHost),
            isComment() ? Stream.<FeedPerson>empty() : feedAuthors(),
            isComment()
                ? Stream.<FeedPerson>empty()
                : feed.people().stream().filter(FeedItemMapper::isHost))
        .map(this::accounts)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  /** A comment without a name is not by the author of the blog. */
  private boolean isComment() {
    return context.repliesTo() != null;
  }

  private Stream<FeedPerson> feedAuthors() {
    return feed.people().stream()
        .filter(person -> person.isAuthor() || person.role().equals("owner"))
        .limit(1);
  }

  private static boolean isHost(FeedPerson person) {
    return person.role().equals("host");
  }

  /** Everybody else: people of the item, or of the feed where the item names none of a role. */
  private Map<AccountId, FeedPerson> others(ParsedItem item) {
    boolean hasRoles = item.people().stream().anyMatch(person -> !person.isAuthor());
    Stream<FeedPerson> ofFeed =
        hasRoles || isComment()
            ? Stream.empty()
            : feed.people().stream()
                .filter(person -> !person.isAuthor() && !person.role().equals("owner"));
    return accounts(
        Stream.of(
                item.towards().stream(),
                item.people().stream().filter(person -> !person.isAuthor()),
                ofFeed)
            .flatMap(people -> people));
  }

  private Map<AccountId, FeedPerson> accounts(Stream<FeedPerson> people) {
    Map<AccountId, FeedPerson> found = new LinkedHashMap<>();
    people
        .limit(MAX_VALUES)
        .forEach(
            person ->
                accounts.person(person).ifPresent(account -> found.putIfAbsent(account, person)));
    return found;
  }

  /** An id that is an absolute URI is the same everywhere, another one only in its feed. */
  private String id(ParsedItem item) {
    if (!item.id().isEmpty()) {
      return scoped(item.id());
    }
    return item.link().isEmpty()
        ? scoped(hash(item.title() + "\n" + item.text().text() + item.enclosures()))
        : scoped(item.link());
  }

  private String scoped(String stated) {
    String id = stated.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    boolean isUri = id.matches("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+");
    String unique = isUri ? id : accounts.feed().address() + "#" + id;
    return unique.length() > MAX_ID ? accounts.feed().address() + "#" + hash(unique) : unique;
  }

  private @Nullable String language() {
    String language = Locale.forLanguageTag(feed.language().strip()).getLanguage();
    return language.length() == 2 ? language : null;
  }

  private static List<String> topics(ParsedItem item) {
    return item.topics().stream()
        .map(topic -> topic.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
        .map(topic -> topic.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
        .filter(topic -> !topic.isBlank())
        .distinct()
        .limit(MAX_VALUES)
        .toList();
  }

  private static String fileName(String address) {
    String path = address.replaceFirst("[?#].*", "").replaceFirst("/+$", "");
    return cut(path.substring(path.lastIndexOf('/') + 1), MAX_FILE_NAME);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** Hash of all that makes another version of an activity. */
  public static String contentOf(FeedActivity mapped) {
    Activity activity = mapped.activity();
    return hash(
        String.join(
            "\n",
            mapped.isDated() ? activity.getAt().toString() : "",
            activity.getActor(),
            activity.getTowards().toString(),
            String.valueOf(activity.getTitle()),
            activity.getText(),
            activity.getQuoted(),
            activity.getTopics().toString(),
            activity.getAttachments().toString(),
            String.valueOf(activity.getInReplyTo()),
            String.valueOf(activity.getUrl())));
  }

  /** A hash that is the same everywhere. */
  public static String hash(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(UTF_8)), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
