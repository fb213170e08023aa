package dev.kith.strength.relationship;

import dev.kith.strength.count.InteractionCounts;
import dev.kith.strength.pair.PairEvent.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the accounts of two persons contribute to their relationship.
 *
 * @param published how often the relationship has been published in this epoch
 * @param components one of each pair of accounts, in the order of the pairs
 */
public record PairContributions(long published, List<Component> components) {
  static final PairContributions NONE = new PairContributions(0, List.of());

  /** True if the pair of accounts already contributes exactly this. */
  boolean contains(Component component) {
    return of(component.accounts()).equals(component);
  }

  /** With the new component of a pair of accounts, published once more. */
  PairContributions with(Component component) {
    List<Component> all = new ArrayList<>(components);
    all.removeIf(each -> each.accounts().equals(component.accounts()));
    if (!component.counts().isEmpty()) {
      all.add(component);
    }
    all.sort(Comparator.comparing(Component::accounts));
    return new PairContributions(published + 1, List.copyOf(all));
  }

  private Component of(String accounts) {
    return components.stream()
        .filter(each -> each.accounts().equals(accounts))
        .findAny()
        .orElse(Component.none(accounts));
  }

  /** All interactions of the accounts; an activity may occur several times. */
  InteractionCounts counts() {
    return components.stream()
        .map(Component::oriented)
        .reduce(InteractionCounts.NONE, InteractionCounts::plus);
  }
}
