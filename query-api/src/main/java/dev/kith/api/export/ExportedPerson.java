package dev.kith.api.export;

import dev.kith.api.document.IndexedAccount;
import dev.kith.api.document.IndexedEvidence;
import dev.kith.api.document.IndexedPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in an export, with each list in a stable order. */
record ExportedPerson(
    String id,
    String kind,
    List<String> accounts,
    List<String> names,
    List<String> emails,
    List<String> networks,
    List<String> organisations,
    List<String> contexts,
    List<String> links,
    @Nullable String firstSeen,
    List<IndexedAccount> accountDetails,
    List<IndexedEvidence> evidence,
    List<IndexedEvidence> refused) {
  static ExportedPerson of(IndexedPerson person) {
    return new ExportedPerson(
        person.id(),
        person.kind(),
        person.accounts(),
        person.names(),
        person.emails(),
        person.networks(),
        person.organisations(),
        person.contexts(),
        person.links(),
        person.firstSeen(),
        person.accountDetails(),
        person.evidence(),
        person.refused());
  }
}
