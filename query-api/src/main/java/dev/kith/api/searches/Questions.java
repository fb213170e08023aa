package dev.kith.api.searches;

import dev.kith.api.changes.What;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.request.SearchRequestParser;
import dev.kith.api.request.Viewer;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads the question of a saved search. */
@Singleton
class Questions {
  private final ViewerResolver viewers;

  Questions(ViewerResolver viewers) {
    this.viewers = viewers;
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
  static SearchQuery search(SavedSearch saved) {
    SearchQuery search = SearchRequestParser.query(Optional.of(saved.getQ()), what(saved).scope());
    if (search.at().isPresent()) {
      throw InvalidParameter.because("q", "at: has no news, for the past stays as it was");
    }
    return search;
  }

  /** Who asks. */
  Viewer viewer(SavedSearch search) {
    return viewers.viewer(search.getAs());
  }
}
