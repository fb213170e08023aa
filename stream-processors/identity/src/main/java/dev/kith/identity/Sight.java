package dev.kith.identity;

import dev.kith.identity.linkage.Blocking;
import dev.kith.identity.linkage.Commonness;
import dev.kith.identity.linkage.Comparison;
import dev.kith.identity.linkage.Traits;
import java.util.Optional;

/** A look, read. */
final class Sight {
  private final Look look;
  private final Traits traits;

  Sight(String account, Look look) {
    this.look = look;
    this.traits = look.traits(account);
  }

  Traits traits() {
    return traits;
  }

  /** For clustering. */
  Facts facts() {
    return Facts.of(look.seen(), traits);
  }

  /** For the guard. */
  Claimant claimant() {
    return new Claimant(look.kind(), look.names());
  }

  /** The keys under which it meets others, in order. */
  long[] keys() {
    return Blocking.keys(traits).stream().mapToLong(Circles::key).sorted().distinct().toArray();
  }

  /** How much two accounts look like one person; the smaller account compares. */
  Optional<Tie> likeness(Sight other, Commonness commonness) {
    return Comparison.of(traits, other.traits, commonness).flatMap(Tie::of);
  }
}
