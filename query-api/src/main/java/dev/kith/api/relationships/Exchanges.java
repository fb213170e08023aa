package dev.kith.api.relationships;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
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
record Exchanges(IndexedPerson one, IndexedPerson other, List<IndexedActivity> all) {

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
  IndexedPerson addressee(IndexedActivity each) {
    return isFrom(one, each) ? other : one;
  }

  static boolean isFrom(IndexedPerson person, IndexedActivity each) {
    return person.accounts().contains(String.valueOf(each.actor()));
  }

  static String text(IndexedActivity each) {
    return Objects.requireNonNullElse(each.text(), "");
  }

  /** As it is shown, with its beginning. */
  Exchange view(IndexedActivity each) {
    return view(each, Excerpt.of(text(each)));
  }

  Exchange view(IndexedActivity each, String excerpt) {
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
