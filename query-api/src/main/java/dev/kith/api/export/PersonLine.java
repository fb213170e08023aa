package dev.kith.api.export;

import dev.kith.api.index.AccountDocument;
import dev.kith.api.index.EvidenceDocument;
import dev.kith.api.index.PersonDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in an export: all that is known, each list in a stable order. */
record PersonLine(
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
    List<AccountDocument> accountDetails,
    List<EvidenceDocument> evidence,
    List<EvidenceDocument> refused) {
  static PersonLine of(PersonDocument person) {
    return new PersonLine(
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
