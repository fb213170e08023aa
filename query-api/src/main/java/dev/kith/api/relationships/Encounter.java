package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.query.Filters;
import dev.kith.api.query.Moment;
import dev.kith.api.request.Viewer;
import java.util.List;

/**
 * Two people, looked at by somebody, at a moment.
 *
 * @param one of the two
 * @param other of the two
 * @param viewer who looks
 * @param moment after which nothing counts
 */
record Encounter(IndexedPerson one, IndexedPerson other, Viewer viewer, Moment moment) {

  /** What people said and did by then, as far as the viewer may see it. */
  Query seen() {
    return Filters.all(
        List.of(
            viewer.sees(),
            Filters.is("deleted", false),
            Filters.is("automated", false),
            Filters.until("at", moment.now())));
  }

  /** What either of the two said or did towards the other. */
  Query directed() {
    return Filters.all(
        List.of(seen(), Filters.either(List.of(from(one, other), from(other, one)))));
  }

  private Query from(IndexedPerson one, IndexedPerson other) {
    return Filters.all(
        List.of(
            Filters.any("actor", one.accounts()),
            viewer.visibility().directedAt(other.accounts())));
  }
}
