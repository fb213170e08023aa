package dev.kith.identity;

import dev.kith.identity.linkage.Blocking;
import dev.kith.identity.linkage.Commonness;
import dev.kith.identity.linkage.Comparison;
import dev.kith.identity.linkage.Traits;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A look, read. Not safe for use by several threads. */
final class Sight {
  private final Look look;
  private final Traits traits;
  private @Nullable Set<Long> keys;

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

  /** The keys under which it meets others. */
  Set<Long> keys() {
    if (keys == null) {
      Set<Long> found = new HashSet<>();
      Blocking.keys(traits).forEach(key -> found.add(Circles.key(key)));
      keys = Set.copyOf(found);
    }
    return keys;
  }

  /** How much two accounts look like one person; the smaller account compares. */
  Optional<Tie> likeness(Sight other, Commonness commonness) {
    return Comparison.of(traits, other.traits, commonness).flatMap(Tie::of);
  }
}
