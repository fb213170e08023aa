package dev.kith.api.people;

import dev.kith.api.search.Clause;
import dev.kith.api.search.SearchOperator;
import dev.kith.api.search.SearchQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The aspects of a search for people: names, subjects and closeness.
 *
 * @param search the whole search
 * @param contacts the conditions on the relationship with the viewer
 * @param hasSubject whether it has words, or conditions on activities, that are not negated
 * @param onlyActivities whether only activities, and no name, can fulfil the conditions
 */
record PeopleAspects(
    SearchQuery search, SearchQuery contacts, boolean hasSubject, boolean onlyActivities) {
  private static final Set<SearchOperator> OF_ACTIVITIES =
      EnumSet.of(SearchOperator.TOPIC, SearchOperator.LANG, SearchOperator.KIND);
  private static final Set<SearchOperator> OF_PEOPLE =
      EnumSet.of(SearchOperator.NETWORK, SearchOperator.ORG, SearchOperator.KNOWS);
  private static final Set<SearchOperator> OF_CONTACTS =
      EnumSet.of(
          SearchOperator.STRENGTH,
          SearchOperator.TREND,
          SearchOperator.SILENT,
          SearchOperator.LAST);
  private static final Set<SearchOperator> TIMES =
      EnumSet.of(SearchOperator.SINCE, SearchOperator.BEFORE);

  static PeopleAspects of(SearchQuery search) {
    boolean words = !search.words().isEmpty();
    boolean subject = words || has(search, each -> !each.isNegated() && each.hasAny(OF_ACTIVITIES));
    boolean onlyActivities =
        has(search, each -> each.hasAny(OF_ACTIVITIES))
            || (words && has(search, each -> each.hasAny(TIMES)));
    List<Clause> contacts =
        search.clauses().stream()
            .filter(each -> each.hasAny(OF_CONTACTS) || (!subject && each.hasAny(TIMES)))
            .toList();
    return new PeopleAspects(search, new SearchQuery(contacts), subject, onlyActivities);
  }

  private static boolean has(SearchQuery search, Predicate<Clause> sort) {
    return search.clauses().stream().anyMatch(sort);
  }

  /** The excluded subjects of a search without a subject; their authors are excluded. */
  List<Clause> excludedSubjects() {
    return hasSubject
        ? List.of()
        : search.clauses().stream()
            .filter(Clause::isNegated)
            .map(Clause::unnegated)
            .filter(each -> each.isText() || each.hasAny(OF_ACTIVITIES))
            .toList();
  }

  /** Whether it describes people, independent of the viewer. */
  boolean describesPeople() {
    return !excludedSubjects().isEmpty() || has(search, each -> each.hasAny(OF_PEOPLE));
  }

  /** Whether it needs a viewer. */
  boolean needsViewer() {
    return !contacts.clauses().isEmpty();
  }
}
