package dev.kith.api.people;

import dev.kith.api.index.EvidenceDocument;
import dev.kith.api.index.PersonDocument;
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
 */
@Serdeable
record WhyView(
    String id,
    String name,
    List<String> accounts,
    List<EvidenceDocument> evidence,
    List<EvidenceDocument> refused) {
  static WhyView of(PersonDocument person) {
    return new WhyView(
        person.id(), person.name(), person.accounts(), person.evidence(), person.refused());
  }
}
