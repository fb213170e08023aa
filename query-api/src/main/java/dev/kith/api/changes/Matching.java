package dev.kith.api.changes;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Pages;
import dev.kith.api.asking.PersonRef;
import dev.kith.api.asking.Understanding;
import dev.kith.api.index.ActivitiesIndex;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.Question;
import dev.kith.api.index.RelationshipsIndex;
import dev.kith.api.relationships.Closeness;
import dev.kith.api.search.ActivityQueries;
import dev.kith.api.search.Known;
import dev.kith.api.search.Moment;
import dev.kith.api.search.PeopleQueries;
import dev.kith.api.search.RelationshipQueries;
import dev.kith.api.search.Search;
import dev.kith.api.search.Terms;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Says which of some changed things fit a search, by asking the indices the very same question. */
@Singleton
class Matching {
  private final ActivitiesIndex activities;
  private final RelationshipsIndex relationships;
  private final PeopleIndex people;
  private final Understanding understanding;
  private final Pages pages;

  Matching(
      ActivitiesIndex activities,
      RelationshipsIndex relationships,
      PeopleIndex people,
      Understanding understanding,
      Pages pages) {
    this.activities = activities;
    this.relationships = relationships;
    this.people = people;
    this.understanding = understanding;
    this.pages = pages;
  }

  /** Whichever of the ids fit, as they are now. */
  List<?> of(What what, Search search, Asker asker, List<String> ids) {
    return switch (what) {
      case ACTIVITIES -> activities(search, asker, ids);
      case RELATIONSHIPS -> relationships(search, asker, ids);
      case PEOPLE -> people(search, asker, ids);
    };
  }

  private List<?> activities(Search search, Asker asker, List<String> ids) {
    Known known = understanding.named(search, asker);
    Query fits = new ActivityQueries(pages.now(), known, asker.sees()).query(search);
    return activities.page(among(ids, fits)).documents();
  }

  private List<?> relationships(Search search, Asker asker, List<String> ids) {
    Moment moment = pages.now();
    Known known = understanding.namedAndCalled(search, asker);
    Query fits = new RelationshipQueries(moment, known).query(search);
    return relationships.page(among(ids, fits).leavingOut("buckets")).documents().stream()
        .map(each -> new Relationship(each.a(), each.b(), Closeness.of(each, moment)))
        .toList();
  }

  private List<?> people(Search search, Asker asker, List<String> ids) {
    Known known = understanding.namedWithContacts(search, asker, pages.now());
    var queries = new PeopleQueries(known);
    var fits = new ArrayList<Query>(queries.conditions(search));
    fits.add(PeopleQueries.live());
    if (!search.words().isEmpty()) {
      fits.add(queries.named(search));
    }
    return people.page(among(ids, Terms.all(fits))).documents().stream()
        .map(PersonRef::of)
        .toList();
  }

  private static Question among(List<String> ids, Query fits) {
    return Question.first(ids.size(), Terms.all(List.of(Terms.any("id", ids), fits)));
  }

  /**
   * A relationship that changed.
   *
   * @param a the person with the smaller id
   * @param b the other
   * @param closeness of the two, now
   */
  @Serdeable
  record Relationship(String a, String b, Closeness closeness) {}
}
