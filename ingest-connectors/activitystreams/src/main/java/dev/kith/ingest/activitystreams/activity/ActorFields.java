package dev.kith.ingest.activitystreams.activity;

import dev.kith.ingest.DisplayName;
import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActivityStreamsObject;
import dev.kith.ingest.activitystreams.document.ActorName;
import dev.kith.ingest.activitystreams.document.ActorType;
import dev.kith.ingest.activitystreams.document.LocalizedText;
import dev.kith.ingest.activitystreams.document.PlainText;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * The fields of an actor document that become a profile.
 *
 * @param actor in short form; perhaps no more than an address
 * @param account it is
 */
record ActorFields(ActivityStreamsObject actor, AccountId account) {
  private static final int LONGEST_NAME = DisplayName.LONGEST;
  private static final int LONGEST_BIO = 10_000;
  private static final int MAX_LINKS = 100;

  /** Display names; the one without a language first. */
  List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    LocalizedText.of(actor, "name").map(LocalizedText::text).ifPresent(names::add);
    actor.node().path("nameMap").forEach(name -> names.add(name.asText("")));
    return names.stream()
        .flatMap(name -> ActorName.plain(name, emoji()).stream())
        .distinct()
        .toList();
  }

  private List<String> emoji() {
    return actor.all("tag").stream()
        .filter(tag -> tag.types().contains("Emoji"))
        .flatMap(tag -> tag.text("name").stream())
        .toList();
  }

  /** The short name: as stated, else what stands before the server in the account. */
  Optional<String> handle() {
    return actor
        .text("preferredUsername")
        .flatMap(DisplayName::visible)
        .map(name -> name.replaceFirst("^@+", "").replaceFirst("@.*", ""))
        .filter(name -> !name.isEmpty())
        .or(this::localPart);
  }

  private Optional<String> localPart() {
    return switch (account.namespace()) {
      case "fediverse" -> Optional.of(account.address().replaceFirst("@.*", ""));
      case "github" -> Optional.of(account.address());
      default -> Optional.empty();
    };
  }

  /** Mail addresses: the account itself, and those the document states. */
  List<String> emails() {
    Stream<AccountId> stated =
        Stream.of("email", "kith:email")
            .flatMap(property -> actor.all(property).stream())
            .flatMap(email -> email.id().stream())
            .flatMap(
                email ->
                    AccountAddresses.accountOf(email.contains(":") ? email : "mailto:" + email)
                        .stream());
    return Stream.concat(Stream.of(account), stated)
        .flatMap(ActorFields::mailOf)
        .distinct()
        .toList();
  }

  private static Stream<String> mailOf(AccountId account) {
    return switch (account.namespace()) {
      case "email" -> Stream.of(account.address());
      case "git" -> Stream.of(account.address().replaceFirst(".*<(.*)>", "$1"));
      default -> Stream.empty();
    };
  }

  /**
   * Links: accounts in alsoKnownAs and movedTo as account ids; pages and other accounts as they are
   * written.
   */
  List<Link> links() {
    Map<String, Boolean> links = new LinkedHashMap<>();
    ownHandle().ifPresent(handle -> links.put(handle.toString(), true));
    Stream.of("alsoKnownAs", "movedTo")
        .flatMap(property -> actor.all(property).stream())
        .flatMap(link -> link.id().stream())
        .forEach(link -> addOwn(links, link.strip()));
    Stream.concat(
            actor.all("url").stream().flatMap(link -> link.id().stream()),
            actor.all("attachment").stream().flatMap(ActorFields::value))
        .forEach(link -> addPage(links, link.strip()));
    links.remove(account.toString());
    List<Link> result = new ArrayList<>();
    links.forEach((url, verified) -> result.add(new Link(url, verified)));
    return result.size() > MAX_LINKS ? result.subList(0, MAX_LINKS) : result;
  }

  /** The account of the preferred user name on the actor's server, which assigns both. */
  private Optional<AccountId> ownHandle() {
    return actor
        .text("preferredUsername")
        .flatMap(
            name ->
                actor
                    .id()
                    .flatMap(AccountAddresses::host)
                    .flatMap(host -> AccountAddresses.handle(name + "@" + host)))
        .filter(handle -> !handle.equals(account));
  }

  private static void addOwn(Map<String, Boolean> links, String link) {
    AccountAddresses.accountOf(link).ifPresent(own -> links.putIfAbsent(own.toString(), false));
  }

  private void addPage(Map<String, Boolean> links, String link) {
    boolean isItself =
        AccountAddresses.isAccountAddress(link)
            && AccountAddresses.accountOf(link).filter(account::equals).isPresent();
    boolean isPage = link.regionMatches(true, 0, "http", 0, 4) || link.startsWith("mailto:");
    if (isPage && !isItself) {
      links.putIfAbsent(link, false);
    }
  }

  /** A field of a profile, which holds a link or marked-up text with one. */
  private static Stream<String> value(ActivityStreamsObject field) {
    if (!field.types().contains("PropertyValue")) {
      return Stream.empty();
    }
    String value = field.text("value").or(() -> field.text("schema:value")).orElse("");
    List<String> hrefs = Jsoup.parseBodyFragment(value).select("a[href]").eachAttr("href");
    return hrefs.isEmpty() ? Stream.of(value) : hrefs.stream();
  }

  /** The organisation it states. */
  Optional<String> organisation() {
    return actor
        .text("organisation")
        .or(() -> actor.text("kith:organisation"))
        .map(name -> PlainText.cut(name.strip(), LONGEST_NAME))
        .filter(name -> !name.isEmpty());
  }

  /** The description of the actor. */
  Optional<String> bio() {
    return ActorType.of(actor.types()).isEmpty()
        ? Optional.empty()
        : LocalizedText.of(actor, "summary")
            .map(words -> PlainText.cut(PlainText.ofHtml(words.text()).text(), LONGEST_BIO))
            .filter(bio -> !bio.isEmpty());
  }
}
