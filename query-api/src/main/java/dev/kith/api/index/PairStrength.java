package dev.kith.api.index;

import dev.kith.schemas.PersonPair;
import java.util.List;

/**
 * Two persons, and how close they are.
 *
 * @param pair the two
 * @param sum S at the moment of the request
 */
public record PairStrength(PersonPair pair, double sum) {
  String a() {
    return pair.a();
  }

  String b() {
    return pair.b();
  }

  /** Its position in the order of descending strength. */
  public List<String> position() {
    return List.of(Double.toString(sum), '"' + pair.key() + '"');
  }
}
