package dev.kith.identity.matching;

import dev.kith.identity.account.Birthday;
import dev.kith.schemas.AccountKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the features of two accounts. Names and handles depend on each other (a local part often
 * is the name), so only the strongest finding counts.
 */
public final class AccountComparison {
  private final AccountFeatures a;
  private final AccountFeatures b;
  private final NameFrequencies frequencies;
  private final List<MatchScore> found = new ArrayList<>();

  private AccountComparison(AccountFeatures a, AccountFeatures b, NameFrequencies frequencies) {
    this.a = a;
    this.b = b;
    this.frequencies = frequencies;
  }

  /**
   * How much {@code a} and {@code b} look like one person; empty if nothing speaks for it or if
   * they cannot be: a bot and a person. Contrary evidence makes it a suggestion at most.
   */
  public static Optional<MatchScore> of(
      AccountFeatures a, AccountFeatures b, NameFrequencies frequencies) {
    boolean possible = a.kind() == AccountKind.PERSON && b.kind() == AccountKind.PERSON;
    return possible ? new AccountComparison(a, b, frequencies).score() : Optional.empty();
  }

  private Optional<MatchScore> score() {
    NameComparison names = new NameComparison(a.names(), b.names(), frequencies);
    names.score().ifPresent(found::add);
    if (a.conflictsWith(b)) {
      return best(circumstances(names)).filter(MatchScore::isAccepted).map(this::butOtherLogins);
    }
    a.sharedLogin(b)
        .map(login -> new MatchScore(MatchWeight.SAME_LOGIN.bits(), "both are " + login))
        .ifPresent(found::add);
    new HandleComparison(a, b, frequencies).findings().forEach(found::add);
    if (names.score().isPresent() && (a.hasTag() || b.hasTag())) {
      a.mailboxWithoutTag(b)
          .map(mailbox -> new MatchScore(MatchWeight.SAME_MAILBOX.bits(), "both use " + mailbox))
          .ifPresent(found::add);
    }
    boolean oneLogin = a.sharedLogin(b).isPresent();
    return best(circumstances(names))
        .map(
            best ->
                oneLogin || !best.isAccepted()
                    ? best
                    : contrary(names).map(best::but).orElse(best));
  }

  private double circumstances(NameComparison names) {
    return MatchWeight.PRIOR.bits()
        + (names.speaksAgainst() ? MatchWeight.OTHER_NAME.bits() : 0)
        + (sameHome() ? MatchWeight.SAME_HOME.bits() : 0);
  }

  private Optional<MatchScore> best(double circumstances) {
    return found.stream()
        .max(Comparator.comparingDouble(MatchScore::bits).thenComparing(MatchScore::reason))
        .map(best -> best.plus(circumstances));
  }

  private MatchScore butOtherLogins(MatchScore score) {
    return score.but("they have different logins on " + a.platformOfConflict(b));
  }

  /** Contrary evidence against a probable match. */
  private Optional<String> contrary(NameComparison names) {
    return names
        .contradiction()
        .or(this::mixedScript)
        .or(() -> Birthday.contradiction(birthdays(a), birthdays(b)))
        .or(() -> names.speaksAgainst() ? colleagues() : Optional.empty())
        .or(() -> a.mailboxesOneDigitApart(b).map(pair -> pair + " are two mailboxes"));
  }

  private Optional<String> mixedScript() {
    return a.mixedScript() || b.mixedScript()
        ? Optional.of("a name mixes letters of two scripts that look alike")
        : Optional.empty();
  }

  /** Whoever has another name and another mailbox at the same host is a colleague. */
  private Optional<String> colleagues() {
    return sameHome()
        ? Optional.of("they have unlike names and two mailboxes at " + a.home().orElseThrow())
        : Optional.empty();
  }

  private static Set<Birthday> birthdays(AccountFeatures features) {
    return features.birthday().map(Set::of).orElse(Set.of());
  }

  private boolean sameHome() {
    return a.home().isPresent() && a.home().equals(b.home());
  }
}
