package dev.kith.identity.account;

import dev.kith.flow.BadRecord;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * A decision as one of its two accounts sees it.
 *
 * @param other the other account
 * @param choice what was decided; null if it was taken back
 */
public record AccountDecision(String other, @Nullable DecidedVerdict choice) {

  /** Both halves of a decision, each under its account. */
  public static List<KeyValue<String, AccountDecision>> of(
      String key, @Nullable Decision decision) {
    var pair = pair(key);
    var choice =
        decision == null ? null : new DecidedVerdict(decision.getVerdict(), decision.getBy());
    return List.of(
        KeyValue.pair(pair.a(), new AccountDecision(pair.b(), choice)),
        KeyValue.pair(pair.b(), new AccountDecision(pair.a(), choice)));
  }

  private static AccountPair pair(String key) {
    try {
      return AccountPair.parse(key);
    } catch (IllegalArgumentException e) {
      throw new BadRecord("decision key: " + e.getMessage());
    }
  }
}
