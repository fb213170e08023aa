package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.schemas.Visibility;

/**
 * Where something happened.
 *
 * @param name owner and name: {@code town/code}
 * @param isPrivate whether only its members see it
 */
public record GithubRepository(String name, boolean isPrivate) {

  /** Of a repository object. */
  public static GithubRepository of(JsonNode repository) throws UnexpectedPayloadException {
    return new GithubRepository(
        PayloadFields.requiredText(repository, "full_name"),
        repository.path("private").asBoolean(false));
  }

  Visibility visibility() {
    return isPrivate ? Visibility.PRIVATE : Visibility.PUBLIC;
  }
}
