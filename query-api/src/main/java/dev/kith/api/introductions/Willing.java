package dev.kith.api.introductions;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.PeopleIndex;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be part of an introduction. */
@Singleton
class Willing {
  private final PeopleIndex people;
  private final IntroductionsSettings settings;

  Willing(PeopleIndex people, IntroductionsSettings settings) {
    this.people = people;
    this.settings = settings;
  }

  /**
   * Those of them who may: no bots or lists, nobody who is no more or asked not to be shown, which
   * does not keep anybody from asking.
   */
  List<IndexedPerson> among(Collection<String> ids, Set<String> viewers) {
    return people.byIds(ids).stream()
        .filter(person -> viewers.contains(person.id()) || may(person))
        .toList();
  }

  private boolean may(IndexedPerson person) {
    return person.kind().equals("PERSON") && !person.optedOut() && !settings.leaveOut(person);
  }

  /** Those of them who may not. */
  Set<String> not(Collection<String> ids) {
    Set<String> may =
        among(ids, Set.of()).stream()
            .map(IndexedPerson::id)
            .collect(Collectors.toUnmodifiableSet());
    return ids.stream().filter(id -> !may.contains(id)).collect(Collectors.toUnmodifiableSet());
  }
}
