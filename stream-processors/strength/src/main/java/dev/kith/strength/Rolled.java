package dev.kith.strength;

import dev.kith.strength.Met.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of two persons.
 *
 * @param published how often their relationship has been published in this epoch
 * @param components what each pair of their accounts contributes, in the order of the pairs
 */
record Rolled(long published, List<Component> components) {
  static final Rolled NOTHING = new Rolled(0, List.of());

  /** Whether that is what the pair of accounts is known to contribute; then it is no news. */
  boolean has(Component component) {
    return of(component.accounts()).equals(component);
  }

  /** With what a pair of accounts contributes now, published once more. */
  Rolled with(Component component) {
    List<Component> all = new ArrayList<>(components);
    all.removeIf(each -> each.accounts().equals(component.accounts()));
    if (!component.counts().isEmpty()) {
      all.add(component);
    }
    all.sort(Comparator.comparing(Component::accounts));
    return new Rolled(published + 1, List.copyOf(all));
  }

  /** The same, published once more. */
  Rolled again() {
    return new Rolled(published + 1, components);
  }

  private Component of(String accounts) {
    return components.stream()
        .filter(each -> each.accounts().equals(accounts))
        .findAny()
        .orElse(Component.none(accounts));
  }

  /** All that passed between the two. */
  Counts counts() {
    return components.stream().map(Component::seen).reduce(Counts.NONE, Counts::plus);
  }
}
