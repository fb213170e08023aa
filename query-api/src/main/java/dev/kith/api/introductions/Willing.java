package dev.kith.api.introductions;

import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

  /** Those of them who may: no bots or lists, nobody who asked not to be shown or is no more. */
  List<PersonDocument> among(Collection<String> ids) {
    return people.byIds(ids).stream()
        .filter(person -> person.kind().equals("PERSON"))
        .filter(Predicate.not(settings::leaveOut))
        .toList();
  }

  /** Those of them who may not. */
  Set<String> not(Collection<String> ids) {
    Set<String> may =
        among(ids).stream().map(PersonDocument::id).collect(Collectors.toUnmodifiableSet());
    return ids.stream().filter(id -> !may.contains(id)).collect(Collectors.toUnmodifiableSet());
  }
}
