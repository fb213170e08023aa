package dev.kith.api.people;

import dev.kith.api.document.IndexedEvidence;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.people.SuggestionsPage.SuggestionView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Why these accounts are one person, and why others are not part of it.
 *
 * @param id of the person
 * @param name the usual one
 * @param accounts held together
 * @param evidence the accepted links, a tree that spans the accounts
 * @param refused links that were considered and not accepted, each with the reason
 * @param suggestions who else this person may be, for somebody to decide about
 */
@Serdeable
record EvidenceView(
    String id,
    String name,
    List<String> accounts,
    List<IndexedEvidence> evidence,
    List<IndexedEvidence> refused,
    List<SuggestionView> suggestions) {
  static EvidenceView of(IndexedPerson person, List<SuggestionView> suggestions) {
    return new EvidenceView(
        person.id(),
        person.name(),
        person.accounts(),
        person.evidence(),
        person.refused(),
        suggestions);
  }
}
