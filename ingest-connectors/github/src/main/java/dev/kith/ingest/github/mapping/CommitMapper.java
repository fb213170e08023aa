package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps pushes and commits. The git connector reads the commits; only the server knows the login of
 * an author.
 */
public final class CommitMapper {
  /** The account with which GitHub itself commits what is edited or merged on its pages. */
  private static final String WEB_FLOW = "web-flow";

  private static final Pattern CO_AUTHOR =
      Pattern.compile("(?im)^co-authored-by:\\s*([^<\\n]*?)\\s*<([^>\\n]+)>\\s*$");

  private final GithubServer server;
  private final Pattern hiddenAddress;

  public CommitMapper(GithubServer server) {
    this.server = server;
    this.hiddenAddress =
        Pattern.compile(
            "(?i)(?:\\d+\\+)?([a-z0-9-]+(?:\\[bot\\])?)@users\\.noreply\\."
                + Pattern.quote(server.host()));
  }

  Mapping push(GithubRepository repository, JsonNode push, JsonNode sender, Instant at)
      throws UnexpectedPayloadException {
    if (push.path("commits").isEmpty()) {
      return Mapping.none("a push without commits");
    }
    String head = PayloadFields.text(push, "after").orElse(push.path("head").asText());
    String page = "https://" + server.host() + "/" + repository.name() + "/commit/" + head;
    ActivityDraft draft =
        new ActivityDraft(server, repository, "push", page + "#push", at, sender, push);
    var text = new StringBuilder();
    for (JsonNode commit : push.path("commits")) {
      String message = commit.path("message").asText();
      text.append(message.lines().findFirst().orElse("")).append('\n');
      author(draft, repository, commit.path("author"), at);
      author(draft, repository, commit.path("committer"), at);
      coAuthors(draft, repository, message, at);
    }
    return Mapping.of(
        draft
            .title(text.toString().lines().findFirst().orElse(null))
            .text(text.toString())
            .build());
  }

  /**
   * The accounts of author and committer, each on GitHub and in git.
   *
   * @param repository owner and name
   * @param commit as the REST API lists it
   */
  public List<Profile> authors(String repository, JsonNode commit)
      throws UnexpectedPayloadException {
    List<Profile> profiles = new ArrayList<>();
    for (String role : List.of("author", "committer")) {
      JsonNode stated = commit.path("commit").path(role);
      Instant at = PayloadFields.requiredTime(stated, "date");
      profiles.addAll(
          accounts(repository, stated, PayloadFields.text(commit.path(role), "login"), at));
    }
    return profiles;
  }

  private void author(
      ActivityDraft draft, GithubRepository repository, JsonNode author, Instant at) {
    accounts(repository.name(), author, PayloadFields.text(author, "username"), at)
        .forEach(draft::with);
  }

  private List<Profile> accounts(
      String repository, JsonNode author, Optional<String> known, Instant at) {
    String mail = author.path("email").asText("");
    Optional<String> login =
        known.or(() -> hiddenLogin(mail)).filter(each -> !each.equals(WEB_FLOW));
    if (login.isEmpty() || !mail.matches("[^@\\s<>]+@[^@\\s<>]+")) {
      return List.of();
    }
    String name = author.path("name").asText("");
    return List.of(
        server.named(login.get(), at, repository),
        server.committer(name, mail, login.get(), at, repository));
  }

  /** Co-authors whose address contains their login; the git connector reads the others. */
  private void coAuthors(
      ActivityDraft draft, GithubRepository repository, String message, Instant at) {
    Matcher coAuthor = CO_AUTHOR.matcher(message);
    while (coAuthor.find()) {
      String name = coAuthor.group(1);
      String mail = coAuthor.group(2);
      hiddenLogin(mail)
          .ifPresent(
              login ->
                  draft
                      .towards(login, "co-authored")
                      .with(server.committer(name, mail, login, at, repository.name())));
    }
  }

  private Optional<String> hiddenLogin(String mail) {
    Matcher hidden = hiddenAddress.matcher(mail.strip());
    return hidden.matches() ? Optional.of(hidden.group(1)) : Optional.empty();
  }
}
