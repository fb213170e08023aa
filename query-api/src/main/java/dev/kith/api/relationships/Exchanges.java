package dev.kith.api.relationships;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.relationships.RelationshipContext.Exchange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The activities of two people that are directed at each other and are contact in time.
 *
 * @param one of the two
 * @param other of the two
 * @param all the exchanges, newest first
 */
record Exchanges(IndexedPerson one, IndexedPerson other, List<IndexedActivity> all) {

  /** Those of some activities of two people, newest first, that are contact in time. */
  static Exchanges of(PairQuery pair, List<IndexedActivity> found) {
    Set<String> noContact = pair.moment().formula().noContactKinds();
    return new Exchanges(
        pair.one(),
        pair.other(),
        found.stream().filter(each -> isContact(each, noContact)).toList());
  }

  /** Whether it is directed at anybody in a kind that is contact, or in none, as a reply may be. */
  private static boolean isContact(IndexedActivity each, Set<String> noContactKinds) {
    return each.towardsKinds().isEmpty()
        || each.towardsKinds().stream().anyMatch(target -> !noContactKinds.contains(target.kind()));
  }

  /** How often other accounts took part, by account. */
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

  /** The one of the two who is not the author. */
  IndexedPerson addressee(IndexedActivity each) {
    return isFrom(one, each) ? other : one;
  }

  static boolean isFrom(IndexedPerson person, IndexedActivity each) {
    return person.accounts().contains(String.valueOf(each.actor()));
  }

  static String text(IndexedActivity each) {
    return Objects.requireNonNullElse(each.text(), "");
  }

  /** The exchange with the beginning of its text. */
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
