package dev.kith.api.introductions;

import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Who can be asked for an introduction. */
@Singleton
class Willing {
  private final PeopleIndex people;

  Willing(PeopleIndex people) {
    this.people = people;
  }

  /** Whether this is somebody who can. */
  static boolean includes(PersonDocument person) {
    return person.kind().equals("PERSON");
  }

  /** Those of them who cannot: bots, lists, and whoever is no more. */
  Set<String> not(Collection<String> ids) {
    Set<String> not = new HashSet<>(ids);
    people.byIds(ids).stream()
        .filter(Willing::includes)
        .map(PersonDocument::id)
        .forEach(not::remove);
    return not;
  }
}
