package dev.kith.identity.matching;

import dev.kith.identity.account.AccountAttributes;
import dev.kith.identity.account.Birthday;
import dev.kith.identity.evidence.PairEvidence;
import dev.kith.identity.identifier.Claimant;
import java.util.Map;
import java.util.Optional;

/** A profile with its features. */
public final class ParsedProfile {
  private final ProfileSummary summary;
  private final AccountFeatures features;

  public ParsedProfile(String account, ProfileSummary summary) {
    this.summary = summary;
    this.features = summary.features(account);
  }

  public AccountFeatures features() {
    return features;
  }

  /** The attributes for clustering. */
  public AccountAttributes attributes() {
    return new AccountAttributes(
        summary.seen(),
        features.kind(),
        Map.copyOf(features.logins()),
        features.statedNames(),
        features.birthday().map(Birthday::toString).orElse(null));
  }

  /** The claimant for the identifier filter. */
  public Claimant claimant() {
    return new Claimant(summary.kind(), summary.names());
  }

  /** The hashes of its blocking keys, sorted. */
  public long[] keys() {
    return BlockingKeys.keys(features).stream()
        .mapToLong(BlockingIndex::key)
        .sorted()
        .distinct()
        .toArray();
  }

  /** Compares two accounts; {@code this} has the smaller id. */
  public Optional<PairEvidence> score(ParsedProfile other, NameFrequencies frequencies) {
    return AccountComparison.of(features, other.features, frequencies)
        .flatMap(ParsedProfile::evidence);
  }

  private static Optional<PairEvidence> evidence(MatchScore score) {
    // Rounded, so that the last digit of another processor is no change.
    double bits = Math.rint(score.bits() * 100) / 100;
    return switch (score.verdict()) {
      case ACCEPT -> Optional.of(new PairEvidence.Match(bits, score.reason()));
      case SUGGEST -> Optional.of(new PairEvidence.PossibleMatch(bits, score.reason()));
      case REFUSE -> Optional.empty();
    };
  }
}
