package dev.kith.identity.evidence;

import dev.kith.identity.account.Identifiers;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.AccountPair;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence as text for users. */
public final class EvidenceText {
  private EvidenceText() {}

  /**
   * A merge candidate as it is shown.
   *
   * @param other the account that the candidate leads to
   * @param refusal why it was not accepted, or null
   */
  public static Finding of(MergeCandidate candidate, String other, @Nullable String refusal) {
    var pair = AccountPair.of(candidate.a(), other);
    return new Finding(
        pair.a(),
        pair.b(),
        candidate.kind(),
        reason(candidate, pair),
        candidate.bits(),
        refusal,
        decider(candidate));
  }

  /** Two kinds, in a fixed order. */
  public static String kinds(AccountKind one, AccountKind other) {
    return Stream.of(one, other)
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  private static String reason(MergeCandidate candidate, AccountPair pair) {
    return NodeId.isIdentifier(candidate.b())
        ? shared(NodeId.identifier(candidate.b()), pair)
        : switch (candidate.kind()) {
          case DECISION -> "decided to be one person";
          case DETERMINISTIC, PROBABLE -> candidate.reason();
        };
  }

  private static String shared(String identifier, AccountPair pair) {
    if (identifier.startsWith("email:")) {
      return "both use " + identifier.substring("email:".length());
    }
    if (identifier.startsWith(Identifiers.PHONE)) {
      return "both have the phone number " + identifier.substring(Identifiers.PHONE.length());
    }
    if (identifier.startsWith(Identifiers.PAIR)) {
      return "each says that the other is its own account";
    }
    boolean itself = identifier.equals(pair.a()) || identifier.equals(pair.b());
    return itself
        ? "a verified link to " + identifier
        : "both have a verified link to " + identifier;
  }

  private static @Nullable String decider(MergeCandidate candidate) {
    return switch (candidate.kind()) {
      case DECISION -> candidate.reason();
      case DETERMINISTIC, PROBABLE -> null;
    };
  }
}
