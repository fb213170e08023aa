package dev.kith.api.searches;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Understanding;
import dev.kith.api.changes.What;
import dev.kith.api.search.Search;
import dev.kith.api.web.WrongParameter;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads the question of a saved search. */
@Singleton
class Questions {
  private final Askers askers;

  Questions(Askers askers) {
    this.askers = askers;
  }

  /** What is searched. */
  static What what(SavedSearch search) {
    return switch (search.getWhat()) {
      case ACTIVITIES -> What.ACTIVITIES;
      case RELATIONSHIPS -> What.RELATIONSHIPS;
      case PEOPLE -> What.PEOPLE;
    };
  }

  /** What it looks for. */
  static Search search(SavedSearch saved) {
    Search search = Understanding.search(Optional.of(saved.getQ()), what(saved).scope());
    if (search.at().isPresent()) {
      throw WrongParameter.because("q", "at: has no news, for the past stays as it was");
    }
    return search;
  }

  /** Who asks. */
  Asker asker(SavedSearch search) {
    return askers.asker(search.getAs());
  }
}
