package dev.kith.api.changes;

import dev.kith.api.changes.SavedSearchLookup.Subscription;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;

/**
 * The query parameters of a request for changes.
 *
 * @param type activities, relationships or people
 * @param q the search, in the search language
 * @param as the viewer
 * @param search the id of a saved search instead of these three
 */
@Introspected
record ChangesQuery(
    @QueryValue
        @Parameter(
            required = false,
            description = "activities, relationships or people",
            example = "activities")
        Optional<String> type,
    @QueryValue @Parameter(required = false, example = "topic:biodiversity") Optional<String> q,
    @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
    @QueryValue
        @Parameter(
            required = false,
            description = "id of a saved search, instead of type, q and as",
            example = "6fd0c1b2a49e4f7c")
        Optional<String> search) {

  /** The subscription that the parameters or a saved search give. */
  Subscription subscription(SavedSearchLookup known) {
    if (search.isEmpty()) {
      return new Subscription(EntityType.of(type), q, as);
    }
    if (type.isPresent() || q.isPresent() || as.isPresent()) {
      throw InvalidParameterException.because(
          "search", "expected without type, q and as: the saved search says them");
    }
    return known
        .byId(search.get())
        .orElseThrow(() -> new NotFound("no saved search has this id; GET /api/searches has all"));
  }
}
