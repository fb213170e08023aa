package dev.kith.ingest.github.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.schemas.Visibility;

/**
 * The repository of an activity.
 *
 * @param name owner and name, such as {@code town/code}
 * @param isPrivate whether only members see the repository
 */
public record GithubRepository(String name, boolean isPrivate) {

  /** Parses a repository object. */
  public static GithubRepository of(JsonNode repository) throws UnexpectedPayloadException {
    return new GithubRepository(
        PayloadFields.requiredText(repository, "full_name"),
        repository.path("private").asBoolean(false));
  }

  Visibility visibility() {
    return isPrivate ? Visibility.PRIVATE : Visibility.PUBLIC;
  }
}
