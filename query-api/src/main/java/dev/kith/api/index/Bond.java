package dev.kith.api.index;

import dev.kith.schemas.PersonPair;
import java.util.List;

/**
 * Two persons, and how close they are.
 *
 * @param a the smaller person id
 * @param b the greater person id
 * @param sum S at the moment of the question
 */
public record Bond(String a, String b, double sum) {
  /** The two. */
  public PersonPair pair() {
    return new PersonPair(a, b);
  }

  /** Where it stands among those closest first. */
  public List<String> position() {
    return List.of(Double.toString(sum), '"' + pair().key() + '"');
  }
}
