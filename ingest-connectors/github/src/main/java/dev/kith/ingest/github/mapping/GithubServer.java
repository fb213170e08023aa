package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.DisplayName;
import dev.kith.ingest.KnownProfiles;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The accounts of one server.
 *
 * @param source name of the configured source
 * @param host {@code github.com}, or the host of a GitHub Enterprise server
 */
public record GithubServer(String source, String host) {
  public static final String NETWORK = "github";

  /** The login that GitHub shows for deleted accounts. */
  private static final String GHOST = "ghost";

  private static final String PUBLIC_HOST = "github.com";

  /** The account of a login. Logins are case-insensitive. */
  String account(String login) {
    String folded = login.toLowerCase(Locale.ROOT);
    return new AccountId(NETWORK, host.equals(PUBLIC_HOST) ? folded : folded + "@" + host)
        .toString();
  }

  /** The login of a user object; null stands for a deleted account. */
  String login(JsonNode user) {
    return PayloadFields.text(user, "login").orElse(GHOST);
  }

  String account(JsonNode user) {
    return account(login(user));
  }

  boolean isBot(JsonNode user) {
    return user.path("type").asText().equals("Bot") || login(user).endsWith("[bot]");
  }

  boolean isOrganisation(JsonNode user) {
    return user.path("type").asText().equals("Organization");
  }

  private AccountKind kind(JsonNode user) {
    if (isBot(user)) {
      return AccountKind.BOT;
    }
    if (isOrganisation(user)) {
      return AccountKind.ORGANISATION;
    }
    return login(user).equals(GHOST) ? AccountKind.ROLE : AccountKind.PERSON;
  }

  /** The profile from a user object; only a complete object has fields such as name and bio. */
  public Profile profile(JsonNode user, Instant at, String context) {
    String login = login(user);
    List<Link> links = new ArrayList<>();
    PayloadFields.text(user, "html_url").ifPresent(url -> links.add(new Link(url, false)));
    PayloadFields.text(user, "blog")
        .filter(url -> url.matches("https?://\\S+"))
        .ifPresent(url -> links.add(new Link(url, false)));
    List<String> emails = new ArrayList<>();
    PayloadFields.text(user, "email").ifPresent(mail -> emails.add(mail.toLowerCase(Locale.ROOT)));
    if (user.path("id").isIntegralNumber() && kind(user) == AccountKind.PERSON) {
      emails.addAll(hiddenAddresses(user.path("id").asText(), login));
    }
    return Profile.newBuilder(named(login, at, context))
        .setKind(kind(user))
        .setNames(
            PayloadFields.text(user, "name")
                .or(() -> PayloadFields.text(user, "full_name"))
                .flatMap(DisplayName::clean)
                .stream()
                .toList())
        .setEmails(emails)
        .setLinks(links)
        .setOrganisation(PayloadFields.text(user, "company").orElse(null))
        .setBio(PayloadFields.text(user, "bio").orElse(null))
        .setPhoto(
            PayloadFields.text(user, "avatar_url")
                .filter(url -> url.startsWith("https://"))
                .orElse(null))
        .build();
  }

  /** The noreply addresses with which an account can commit without showing its own address. */
  private List<String> hiddenAddresses(String id, String login) {
    String address = login.toLowerCase(Locale.ROOT) + "@users.noreply." + host;
    return List.of(id + "+" + address, address);
  }

  /** The profile of an account of which only the login is known, such as of a mention. */
  Profile named(String login, Instant at, String context) {
    return Profile.newBuilder()
        .setAccount(account(login))
        .setRevision(KnownProfiles.revision(at))
        .setNetwork(NETWORK)
        .setSource(source)
        .setSeen(at)
        .setAsserted(Asserted.OTHERS)
        .setKind(login.endsWith("[bot]") ? AccountKind.BOT : AccountKind.PERSON)
        .setHandle(login)
        .setContexts(context.isEmpty() ? List.of() : List.of(context))
        .build();
  }

  /**
   * The author of a commit, as git knows them: the server has found the login by the address, which
   * its owner has confirmed. So it is the owner's word, and outweighs what a commit states.
   */
  Profile committer(String name, String mail, String login, Instant at, String context) {
    return Profile.newBuilder(named(login, at, context))
        .setAccount(AccountId.git(name, mail).toString())
        .setNetwork("git")
        .setAsserted(Asserted.SELF)
        .setNames(DisplayName.clean(name).stream().toList())
        .setEmails(List.of(mail.strip().toLowerCase(Locale.ROOT)))
        .setLinks(List.of(new Link(account(login), true)))
        .build();
  }
}
