package dev.kith.api.people;

import dev.kith.api.search.Clause;
import dev.kith.api.search.SearchQuery;
import java.util.List;

/**
 * What a search for people speaks of: who somebody is, what they talk about, how close they are.
 *
 * @param search the whole search
 * @param contacts the conditions on the relationship with the viewer
 * @param hasSubject whether there are words, or conditions on what was said; what is negated is
 *     none
 * @param onlyTalk whether only what was said can fulfil the conditions, no name
 */
record PeopleAspects(
    SearchQuery search, SearchQuery contacts, boolean hasSubject, boolean onlyTalk) {

  static PeopleAspects of(SearchQuery search) {
    boolean words = !search.words().isEmpty();
    boolean talk = search.clauses().stream().anyMatch(PeopleAspects::isAboutTalk);
    boolean times = search.clauses().stream().anyMatch(PeopleAspects::isTime);
    boolean subject =
        words || search.clauses().stream().anyMatch(each -> !isNot(each) && isAboutTalk(each));
    List<Clause> contacts =
        search.clauses().stream()
            .filter(clause -> isAboutContact(clause) || (!subject && isTime(clause)))
            .toList();
    return new PeopleAspects(search, new SearchQuery(contacts), subject, talk || (words && times));
  }

  /** Subjects that are excluded where none is looked for: their speakers are not to be found. */
  List<Clause> excludedSubjects() {
    return hasSubject
        ? List.of()
        : search.clauses().stream()
            .filter(each -> isNot(each) && (isText(plain(each)) || isAboutTalk(each)))
            .map(PeopleAspects::plain)
            .toList();
  }

  /** Whether it says which people are meant, whoever asks. */
  boolean describesPeople() {
    return !excludedSubjects().isEmpty()
        || search.clauses().stream().anyMatch(PeopleAspects::isAboutPeople);
  }

  /** Whether it makes sense only as somebody. */
  boolean needsViewer() {
    return !contacts.clauses().isEmpty();
  }

  private static boolean isAboutTalk(Clause clause) {
    return switch (plain(clause)) {
      case Clause.Topic _, Clause.Language _, Clause.Kind _ -> true;
      default -> false;
    };
  }

  private static boolean isAboutPeople(Clause clause) {
    return switch (plain(clause)) {
      case Clause.Network _, Clause.Organisation _, Clause.Knows _ -> true;
      default -> false;
    };
  }

  private static boolean isText(Clause clause) {
    return clause instanceof Clause.Word || clause instanceof Clause.Phrase;
  }

  private static boolean isNot(Clause clause) {
    return clause instanceof Clause.Not;
  }

  private static boolean isTime(Clause clause) {
    return switch (plain(clause)) {
      case Clause.Since _, Clause.Before _ -> true;
      default -> false;
    };
  }

  private static boolean isAboutContact(Clause clause) {
    return switch (plain(clause)) {
      case Clause.Strength _, Clause.Trending _, Clause.Silent _, Clause.Last _ -> true;
      default -> false;
    };
  }

  private static Clause plain(Clause clause) {
    return clause instanceof Clause.Not not ? not.clause() : clause;
  }
}
