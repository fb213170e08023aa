package dev.kith.api.searches;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.people.PersonHit;
import dev.kith.api.relationships.RelationshipView;
import dev.kith.api.request.PersonRef;
import dev.kith.schemas.SavedSearch;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What newly fits a saved search. One of the three lists is there: the one that is searched.
 *
 * @param search the search
 * @param activities in the order in which they came
 * @param actors of activities: whom the accounts in them belong to, by account
 * @param relationships closest first
 * @param people likeliest first
 * @param more whether there is more once these have been seen
 * @param until what to send to {@code /seen} when these have been seen
 */
@Serdeable
record NewsView(
    SearchView search,
    @Nullable List<IndexedActivity> activities,
    @Nullable Map<String, PersonRef> actors,
    @Nullable List<RelationshipView> relationships,
    @Nullable List<PersonHit> people,
    boolean more,
    @Schema(example = "0-8121.1-7733") String until) {
  static NewsView of(SavedSearch saved, News news) {
    var search = SearchView.of(saved);
    return switch (saved.getWhat()) {
      case ACTIVITIES ->
          new NewsView(
              search,
              each(news, IndexedActivity.class),
              news.actors(),
              null,
              null,
              news.more(),
              news.until());
      case RELATIONSHIPS ->
          new NewsView(
              search,
              null,
              null,
              each(news, RelationshipView.class),
              null,
              news.more(),
              news.until());
      case PEOPLE ->
          new NewsView(
              search, null, null, null, each(news, PersonHit.class), news.more(), news.until());
    };
  }

  private static <T> List<T> each(News news, Class<T> type) {
    return news.found().stream().map(type::cast).toList();
  }
}
