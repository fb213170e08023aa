package dev.kith.identity.matching;

import dev.kith.identity.name.PersonName;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A handle that does not come of the family name of who goes by it: with many such names it is a
 * word, as "kontakt" is, and not somebody's.
 */
record UnrelatedHandle(Handle handle, String family) {
  /** The uses one account makes, of its own full names. */
  static Set<UnrelatedHandle> of(AccountFeatures features) {
    return features.fullNames().stream()
        .map(PersonName::family)
        .flatMap(
            family ->
                features.handles().stream()
                    .filter(handle -> !handle.text().contains(family))
                    .map(handle -> new UnrelatedHandle(handle, family)))
        .collect(Collectors.toSet());
  }
}
