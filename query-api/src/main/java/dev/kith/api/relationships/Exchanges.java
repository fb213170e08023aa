package dev.kith.api.relationships;

import dev.kith.api.index.ActivityDocument;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.relationships.Memory.Exchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What two people said and did towards each other.
 *
 * @param one of the two
 * @param other of the two
 * @param all the exchanges, newest first
 */
record Exchanges(PersonDocument one, PersonDocument other, List<ActivityDocument> all) {

  /** How often others took part, by account. */
  Map<String, Integer> others() {
    Set<String> both = new HashSet<>(one.accounts());
    both.addAll(other.accounts());
    Map<String, Integer> counts = new HashMap<>();
    all.stream()
        .flatMap(each -> each.towards().stream())
        .filter(account -> !both.contains(account))
        .forEach(account -> counts.merge(account, 1, Integer::sum));
    return counts;
  }

  /** Whoever of the two it was not from. */
  PersonDocument addressee(ActivityDocument each) {
    return isFrom(one, each) ? other : one;
  }

  static boolean isFrom(PersonDocument person, ActivityDocument each) {
    return person.accounts().contains(String.valueOf(each.actor()));
  }

  static String text(ActivityDocument each) {
    return Objects.requireNonNullElse(each.text(), "");
  }

  /** As it is shown, with its beginning. */
  Exchange view(ActivityDocument each) {
    return view(each, Excerpt.of(text(each)));
  }

  Exchange view(ActivityDocument each, String excerpt) {
    return new Exchange(
        each.id(),
        each.at(),
        isFrom(one, each) ? one.id() : other.id(),
        each.network(),
        each.kind(),
        each.title(),
        excerpt,
        each.url());
  }
}
