package dev.kith.api.introductions;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.index.PeopleIndex;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which people may be part of an introduction. */
@Singleton
class IntroductionConsent {
  private final PeopleIndex people;
  private final IntroductionsSettings settings;

  IntroductionConsent(PeopleIndex people, IntroductionsSettings settings) {
    this.people = people;
    this.settings = settings;
  }

  /**
   * The persons with these ids who may be part of an introduction. Bots, lists and people who opted
   * out may not, except the viewers themselves.
   */
  List<IndexedPerson> consenting(Collection<String> ids, Set<String> viewers) {
    return people.byIds(ids).stream()
        .filter(person -> viewers.contains(person.id()) || consents(person))
        .toList();
  }

  private boolean consents(IndexedPerson person) {
    return person.kind().equals("PERSON") && !person.optedOut() && !settings.excludes(person);
  }

  /** The ids of persons who may not be part of one, or do not exist any more. */
  Set<String> refusing(Collection<String> ids) {
    Set<String> consenting =
        consenting(ids, Set.of()).stream()
            .map(IndexedPerson::id)
            .collect(Collectors.toUnmodifiableSet());
    return ids.stream()
        .filter(id -> !consenting.contains(id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
