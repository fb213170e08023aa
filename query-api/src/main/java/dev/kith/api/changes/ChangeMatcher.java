package dev.kith.api.changes;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.activities.ActivitySearch;
import dev.kith.api.changes.TopicSlice.Change;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.index.SearchClient;
import dev.kith.api.people.PeoplePage.PersonHit;
import dev.kith.api.people.PeopleSearch;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.Viewer;
import dev.kith.api.relationships.RelationshipSearch;
import dev.kith.api.request.RequestParser;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.PersonPair;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the changed documents that match a search, by the queries of the search itself. */
@Singleton
class ChangeMatcher {
  private final ActivitySearch activities;
  private final RelationshipSearch relationships;
  private final PeopleSearch people;
  private final SearchClient client;
  private final RequestParser requests;

  ChangeMatcher(
      ActivitySearch activities,
      RelationshipSearch relationships,
      PeopleSearch people,
      SearchClient client,
      RequestParser requests) {
    this.activities = activities;
    this.relationships = relationships;
    this.people = people;
    this.client = client;
    this.requests = requests;
  }

  /** Those of these documents that match now, by id. */
  Map<String, Object> matching(
      EntityType type, SearchQuery search, Viewer viewer, List<String> ids) {
    Moment now = requests.now();
    return switch (type) {
      case ACTIVITIES -> byId(activities.among(ids, search, viewer, now), IndexedActivity::id);
      case RELATIONSHIPS ->
          byId(
              relationships.among(ids, search, viewer, now),
              each -> PersonPair.of(each.a().id(), each.b().id()).key());
      case PEOPLE -> byId(people.among(ids, search, viewer, now), PersonHit::id);
    };
  }

  private static <T> Map<String, Object> byId(List<T> found, Function<T, String> id) {
    Map<String, Object> byId = new HashMap<>();
    found.forEach(each -> byId.put(id.apply(each), each));
    return byId;
  }

  /**
   * The ids of deleted or ended documents. A deleted activity no longer has its visibility, so only
   * its author and viewers who see everything receive it. A named viewer receives own relationships
   * only.
   */
  Set<String> ended(EntityType type, Viewer viewer, List<Change> changes) {
    Set<String> ended = new HashSet<>();
    changes.stream().filter(Change::removed).map(Change::id).forEach(ended::add);
    if (type == EntityType.ACTIVITIES && !viewer.seesAll()) {
      ended.clear();
    }
    ended.addAll(marked(type, viewer, changes.stream().map(Change::id).distinct().toList()));
    if (type == EntityType.RELATIONSHIPS && viewer.isNamed()) {
      ended.removeIf(id -> !isOf(viewer, PersonPair.parse(id)));
    }
    return ended;
  }

  private static boolean isOf(Viewer viewer, PersonPair pair) {
    return viewer.ids().contains(pair.a()) || viewer.ids().contains(pair.b());
  }

  /** Those whose document is marked as deleted or ended. */
  private Set<String> marked(EntityType type, Viewer viewer, List<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    List<Query> conditions = new ArrayList<>();
    conditions.add(Filters.any("id", ids));
    conditions.add(Filters.is(type == EntityType.ACTIVITIES ? "deleted" : "ended", true));
    if (type == EntityType.ACTIVITIES && !viewer.seesAll()) {
      conditions.add(Filters.any("actor", viewer.accounts()));
    }
    return client.ids(type.index(client.indices()), Filters.all(conditions), ids.size());
  }
}
