package dev.kith.api.changes;

import dev.kith.api.activities.ActivitySearch;
import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Pages;
import dev.kith.api.people.PeopleSearch;
import dev.kith.api.relationships.RelationshipSearch;
import dev.kith.api.search.Moment;
import dev.kith.api.search.Search;
import jakarta.inject.Singleton;
import java.util.List;

/** Says which of some changed things fit a search, by asking the very same question. */
@Singleton
class Matching {
  private final ActivitySearch activities;
  private final RelationshipSearch relationships;
  private final PeopleSearch people;
  private final Pages pages;

  Matching(
      ActivitySearch activities,
      RelationshipSearch relationships,
      PeopleSearch people,
      Pages pages) {
    this.activities = activities;
    this.relationships = relationships;
    this.people = people;
    this.pages = pages;
  }

  /** Whichever of the ids fit, as they are now. */
  List<?> of(What what, Search search, Asker asker, List<String> ids) {
    Moment now = pages.now();
    return switch (what) {
      case ACTIVITIES -> activities.among(ids, search, asker, now);
      case RELATIONSHIPS -> relationships.among(ids, search, asker, now);
      case PEOPLE -> people.among(ids, search, asker, now);
    };
  }
}
