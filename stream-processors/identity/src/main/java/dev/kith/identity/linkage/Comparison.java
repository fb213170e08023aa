package dev.kith.identity.linkage;

import dev.kith.schemas.AccountKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares two accounts. Names and handles depend on each other (a local part often is the name),
 * so the strongest finding counts and the others do not add to it.
 */
public final class Comparison {
  private final Traits a;
  private final Traits b;
  private final Commonness commonness;
  private final List<Likeness> found = new ArrayList<>();

  private Comparison(Traits a, Traits b, Commonness commonness) {
    this.a = a;
    this.b = b;
    this.commonness = commonness;
  }

  /**
   * How much {@code a} and {@code b} look like one person; empty if nothing speaks for it or if
   * they cannot be: a bot and a person, or two logins on one platform.
   */
  public static Optional<Likeness> of(Traits a, Traits b, Commonness commonness) {
    boolean possible =
        a.kind() == AccountKind.PERSON && b.kind() == AccountKind.PERSON && !a.conflictsWith(b);
    return possible ? new Comparison(a, b, commonness).likeness() : Optional.empty();
  }

  private Optional<Likeness> likeness() {
    NameComparison names = new NameComparison(a.names(), b.names(), commonness);
    names.likeness().ifPresent(found::add);
    a.sharedLogin(b)
        .map(login -> new Likeness(Weight.SAME_LOGIN.bits(), "both are " + login))
        .ifPresent(found::add);
    new HandleComparison(a, b, commonness).findings().forEach(found::add);
    double circumstances =
        Weight.PRIOR.bits()
            + (names.speaksAgainst() ? Weight.OTHER_NAME.bits() : 0)
            + (sameHome() ? Weight.SAME_HOME.bits() : 0);
    return found.stream()
        .max(Comparator.comparingDouble(Likeness::bits).thenComparing(Likeness::reason))
        .map(best -> best.plus(circumstances));
  }

  private boolean sameHome() {
    return a.home().isPresent() && a.home().equals(b.home());
  }
}
