package dev.kith.identity.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names written out in full that an account states, in a form that can be kept: what speaks
 * against one person is also looked for between the names of two groups of accounts.
 */
public final class FullNames {
  private static final char GENERATION = '#';

  private FullNames() {}

  /** Those of an account, in a fixed order: folded words, and the generation if one is stated. */
  public static List<String> of(List<PersonName> names) {
    return names.stream()
        .filter(name -> name.hasFamilyName() && name.given().length() > 1)
        .map(FullNames::text)
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * Why people who bear these names are not one: they state different generations, or some of their
   * given names differ and none is like one of the others'.
   */
  public static Optional<String> contradiction(Set<String> ours, Set<String> theirs) {
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    List<PersonName> one = names(ours);
    List<PersonName> other = names(theirs);
    List<String> found = new ArrayList<>();
    boolean alike = false;
    for (PersonName our : one) {
      for (PersonName their : other) {
        if (our.contradicts(their)) {
          found.add(our.differenceFrom(their));
        }
        alike = alike || our.isLike(their);
      }
    }
    boolean apart = !alike || areOfDifferentGenerations(one, other);
    return apart ? found.stream().min(String::compareTo) : Optional.empty();
  }

  private static boolean areOfDifferentGenerations(List<PersonName> one, List<PersonName> other) {
    Set<Integer> ours = generations(one);
    Set<Integer> theirs = generations(other);
    return !ours.isEmpty()
        && !theirs.isEmpty()
        && Stream.of(ours, theirs).flatMap(Set::stream).distinct().count()
            == ours.size() + theirs.size();
  }

  private static Set<Integer> generations(List<PersonName> names) {
    return names.stream()
        .map(PersonName::generation)
        .filter(each -> each > 0)
        .collect(Collectors.toSet());
  }

  private static String text(PersonName name) {
    return name.generation() == 0
        ? name.toString()
        : name.toString() + GENERATION + name.generation();
  }

  private static List<PersonName> names(Set<String> texts) {
    return texts.stream().map(FullNames::name).toList();
  }

  private static PersonName name(String text) {
    int mark = text.indexOf(GENERATION);
    String words = mark < 0 ? text : text.substring(0, mark);
    int generation = mark < 0 ? 0 : Integer.parseInt(text.substring(mark + 1));
    return new PersonName(List.of(words.split(" ", -1)), generation);
  }
}
