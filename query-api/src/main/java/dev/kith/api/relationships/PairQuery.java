package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.query.Viewer;
import java.util.List;

/**
 * A request about two people.
 *
 * @param one of the two
 * @param other of the two
 * @param viewer the viewer
 * @param moment after which nothing counts
 */
record PairQuery(IndexedPerson one, IndexedPerson other, Viewer viewer, Moment moment) {

  /** Activities of people until the moment that the viewer may see. */
  Query visible() {
    return Filters.all(
        List.of(
            viewer.sees(),
            Filters.is("deleted", false),
            Filters.is("automated", false),
            Filters.until("at", moment.now())));
  }

  /** Activities of either of the two that are directed at the other. */
  Query directed() {
    return Filters.all(
        List.of(visible(), Filters.either(List.of(from(one, other), from(other, one)))));
  }

  private Query from(IndexedPerson one, IndexedPerson other) {
    return Filters.all(
        List.of(Filters.any("actor", one.accounts()), viewer.directedAt(other.accounts())));
  }
}
