package dev.kith.identity.matching;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.account.Birthday;
import dev.kith.identity.evidence.PairEvidence;
import dev.kith.identity.guard.Claimant;
import java.util.Map;
import java.util.Optional;

/** A look, read. */
public final class ParsedProfile {
  private final ProfileSummary look;
  private final AccountFeatures traits;

  public ParsedProfile(String account, ProfileSummary look) {
    this.look = look;
    this.traits = look.traits(account);
  }

  public AccountFeatures traits() {
    return traits;
  }

  /** For clustering. */
  public AccountAttributes facts() {
    return new AccountAttributes(
        look.seen(),
        traits.kind(),
        Map.copyOf(traits.logins()),
        traits.statedNames(),
        traits.birthday().map(Birthday::toString).orElse(null));
  }

  /** For the guard. */
  public Claimant claimant() {
    return new Claimant(look.kind(), look.names());
  }

  /** The keys under which it meets others, in order. */
  long[] keys() {
    return BlockingKeys.keys(traits).stream()
        .mapToLong(BlockingIndex::key)
        .sorted()
        .distinct()
        .toArray();
  }

  /** How much two accounts look like one person; the smaller account compares. */
  public Optional<PairEvidence> likeness(ParsedProfile other, NameFrequencies commonness) {
    return Comparison.of(traits, other.traits, commonness).flatMap(ParsedProfile::tie);
  }

  private static Optional<PairEvidence> tie(MatchScore likeness) {
    // Rounded, so that another processor's last digit is no news.
    double bits = Math.rint(likeness.bits() * 100) / 100;
    return switch (likeness.verdict()) {
      case ACCEPT -> Optional.of(new PairEvidence.Alike(bits, likeness.reason()));
      case SUGGEST -> Optional.of(new PairEvidence.MayBe(bits, likeness.reason()));
      case REFUSE -> Optional.empty();
    };
  }
}
