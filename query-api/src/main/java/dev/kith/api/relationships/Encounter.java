package dev.kith.api.relationships;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.kith.api.asking.Asker;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.search.Moment;
import dev.kith.api.search.Terms;
import java.util.List;

/**
 * Two people, looked at by somebody, at a moment.
 *
 * @param one of the two
 * @param other of the two
 * @param asker who looks
 * @param moment after which nothing counts
 */
record Encounter(PersonDocument one, PersonDocument other, Asker asker, Moment moment) {

  /** What people said and did by then, as far as the asker may see it. */
  Query seen() {
    return Terms.all(
        List.of(
            asker.sees(),
            Terms.is("deleted", false),
            Terms.is("automated", false),
            Terms.until("at", moment.now())));
  }

  /** What either of the two said or did towards the other. */
  Query directed() {
    return Terms.all(List.of(seen(), Terms.either(List.of(from(one, other), from(other, one)))));
  }

  private Query from(PersonDocument one, PersonDocument other) {
    return Terms.all(
        List.of(
            Terms.any("actor", one.accounts()), asker.visibility().directedAt(other.accounts())));
  }
}
