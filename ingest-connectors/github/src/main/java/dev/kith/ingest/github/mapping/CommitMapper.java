package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps a push. The git connector reads the commits; only the server knows the login of an author.
 */
final class CommitMapper {
  private static final Pattern CO_AUTHOR =
      Pattern.compile("(?im)^co-authored-by:\\s*([^<\\n]*?)\\s*<([^>\\n]+)>\\s*$");

  private final GithubServer server;
  private final Pattern hiddenAddress;

  CommitMapper(GithubServer server) {
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

  private void author(
      ActivityDraft draft, GithubRepository repository, JsonNode author, Instant at) {
    String mail = author.path("email").asText("");
    Optional<String> login = PayloadFields.text(author, "username").or(() -> hiddenLogin(mail));
    if (login.isPresent() && mail.matches("[^@\\s<>]+@[^@\\s<>]+")) {
      String name = author.path("name").asText("");
      draft
          .with(server.named(login.get(), at, repository.name()))
          .with(server.committer(name, mail, login.get(), at, repository.name()));
    }
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
