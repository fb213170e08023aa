package dev.kith.ingest.mastodon.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kith.ingest.activitystreams.document.AccountAddresses;
import dev.kith.ingest.activitystreams.document.ActorName;
import dev.kith.ingest.activitystreams.document.PlainText;
import dev.kith.ingest.activitystreams.document.UnparsableException;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Maps accounts of the API to account ids and profiles. */
public final class AccountMapper {
  private static final int MAX_BIO_LENGTH = 10_000;
  private static final int MAX_LINKS = 100;

  private final MappingContext context;

  /** A mapper of the accounts in one response. */
  public AccountMapper(MappingContext context) {
    this.context = context;
  }

  /** The account id, {@code fediverse:ann@town.example}, also of an account of the own server. */
  public String id(JsonNode account) {
    String name = JsonField.required(account, "acct");
    return AccountAddresses.handle(name.contains("@") ? name : name + "@" + context.domain())
        .map(AccountId::toString)
        .orElseThrow(
            () -> UnparsableException.at("acct", "a name or name@server", account.get("acct")));
  }

  /** Whether an account is a person, a bot or a group. */
  AccountKind kind(JsonNode account) {
    if (account.path("group").asBoolean()) {
      return AccountKind.LIST;
    }
    return account.path("bot").asBoolean() ? AccountKind.BOT : AccountKind.PERSON;
  }

  /** The profile of a complete account object. */
  public Profile profile(JsonNode account, Instant seen) {
    String id = id(account);
    return named(id, account, seen)
        .setAsserted(Asserted.SELF)
        .setRevision(context.read().truncatedTo(ChronoUnit.DAYS).toEpochMilli())
        .setKind(kind(account))
        .setNames(name(account).stream().toList())
        .setLinks(links(id, account))
        .setBio(bio(account).orElse(null))
        .setPhoto(JsonField.text(account, "avatar").orElse(null))
        .build();
  }

  /** The profile of an account that a status only mentions. */
  Profile mentioned(JsonNode mention, Instant seen) {
    return named(id(mention), mention, seen).setAsserted(Asserted.OTHERS).setRevision(0).build();
  }

  /** The profile of an account of which only the id is known. */
  public Profile named(String id, Instant seen) {
    return named(id, MissingNode.getInstance(), seen).setRevision(0).build();
  }

  private Profile.Builder named(String id, JsonNode account, Instant seen) {
    String address = AccountId.parse(id).address();
    int at = address.indexOf('@');
    return Profile.newBuilder()
        .setAccount(id)
        .setNetwork(MappingContext.NETWORK)
        .setSource(context.source())
        .setSeen(seen)
        .setHandle(JsonField.text(account, "username").orElse(address.substring(0, at)))
        .setContexts(new ArrayList<>(List.of(address.substring(at + 1))));
  }

  private static Optional<String> name(JsonNode account) {
    List<String> emoji = account.path("emojis").findValuesAsText("shortcode");
    return JsonField.text(account, "display_name").flatMap(name -> ActorName.plain(name, emoji));
  }

  private static Optional<String> bio(JsonNode account) {
    return JsonField.text(account, "note")
        .map(note -> PlainText.cut(PlainText.ofHtml(note).text(), MAX_BIO_LENGTH))
        .filter(note -> !note.isEmpty());
  }

  /**
   * The account of its ActivityPub address and the account it moved to, which are verified, and its
   * pages; a page that links back (rel=me) is verified by the server.
   */
  private List<Link> links(String id, JsonNode account) {
    Map<String, Boolean> links = new LinkedHashMap<>();
    JsonField.text(account, "uri")
        .flatMap(AccountAddresses::accountOf)
        .ifPresent(own -> links.put(own.toString(), true));
    if (account.path("moved").isObject()) {
      links.put(id(account.path("moved")), true);
    }
    JsonField.text(account, "url").ifPresent(url -> addPage(id, links, url, false));
    account.path("fields").forEach(field -> addField(id, links, field));
    links.remove(id);
    return links.entrySet().stream()
        .limit(MAX_LINKS)
        .map(link -> new Link(link.getKey(), link.getValue()))
        .toList();
  }

  private static void addField(String id, Map<String, Boolean> links, JsonNode field) {
    boolean isVerified = JsonField.text(field, "verified_at").isPresent();
    String value = field.path("value").asText("");
    List<String> addresses = Jsoup.parseBodyFragment(value).select("a[href]").eachAttr("href");
    (addresses.isEmpty() ? List.of(value) : addresses)
        .forEach(address -> addPage(id, links, address.strip(), isVerified));
  }

  private static void addPage(
      String id, Map<String, Boolean> links, String url, boolean isVerified) {
    boolean isItself =
        AccountAddresses.isAccountAddress(url)
            && AccountAddresses.accountOf(url).filter(own -> own.toString().equals(id)).isPresent();
    if (url.matches("(?i)https?://\\S+") && !isItself) {
      links.merge(url, isVerified, Boolean::logicalOr);
    }
  }
}
