package dev.kith.api.searches;

import dev.kith.api.changes.EntityType;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.SearchQuery;
import dev.kith.schemas.SavedSearch;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Parses saved searches. */
@Singleton
class SavedSearchParser {
  private final ViewerResolver viewers;

  SavedSearchParser(ViewerResolver viewers) {
    this.viewers = viewers;
  }

  /** The type of the entities. */
  static EntityType type(SavedSearch search) {
    return switch (search.getWhat()) {
      case ACTIVITIES -> EntityType.ACTIVITIES;
      case RELATIONSHIPS -> EntityType.RELATIONSHIPS;
      case PEOPLE -> EntityType.PEOPLE;
    };
  }

  /** The parsed search. */
  static SearchQuery search(SavedSearch saved) {
    SearchQuery search = RequestParser.query(Optional.of(saved.getQ()), type(saved).scope());
    if (search.at().isPresent()) {
      throw InvalidParameterException.because(
          "q", "at: has no updates, because the past does not change");
    }
    return search;
  }

  /** The viewer. */
  Viewer viewer(SavedSearch search) {
    return viewers.viewer(search.getAs());
  }
}
