package dev.kith.api.searches;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.PersonRef;
import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.relationships.RelationshipsPage.RelationshipView;
import dev.kith.schemas.SavedSearch;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New matches of a saved search. Only the list of the searched type is present.
 *
 * @param search the search
 * @param activities in the order of their arrival
 * @param actors the owners of the accounts in activities, by account
 * @param relationships closest first
 * @param people best match first
 * @param more whether further matches follow
 * @param until the value to send to {@code /seen} when these were seen
 */
@Serdeable
record SearchUpdateView(
    SavedSearchView search,
    @Nullable List<IndexedActivity> activities,
    @Nullable Map<String, PersonRef> actors,
    @Nullable List<RelationshipView> relationships,
    @Nullable List<PersonHit> people,
    boolean more,
    @Schema(example = "0-8121.1-7733") String until) {
  static SearchUpdateView of(SavedSearch saved, SearchUpdate update) {
    var search = SavedSearchView.of(saved);
    return switch (saved.getWhat()) {
      case ACTIVITIES ->
          new SearchUpdateView(
              search,
              each(update, IndexedActivity.class),
              update.actors(),
              null,
              null,
              update.more(),
              update.until());
      case RELATIONSHIPS ->
          new SearchUpdateView(
              search,
              null,
              null,
              each(update, RelationshipView.class),
              null,
              update.more(),
              update.until());
      case PEOPLE ->
          new SearchUpdateView(
              search,
              null,
              null,
              null,
              each(update, PersonHit.class),
              update.more(),
              update.until());
    };
  }

  private static <T> List<T> each(SearchUpdate update, Class<T> type) {
    return update.found().stream().map(type::cast).toList();
  }
}
