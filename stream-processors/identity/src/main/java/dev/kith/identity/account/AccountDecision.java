package dev.kith.identity.account;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * A decision, stored under one of its two accounts.
 *
 * @param other the other account
 * @param verdict what was decided; null if it was taken back
 */
public record AccountDecision(String other, @Nullable DecidedVerdict verdict) {

  /** The same decision under each of its two accounts. */
  public static List<KeyValue<String, AccountDecision>> of(
      String key, @Nullable Decision decision) {
    var pair = pair(key);
    var verdict =
        decision == null ? null : new DecidedVerdict(decision.getVerdict(), decision.getBy());
    return List.of(
        KeyValue.pair(pair.a(), new AccountDecision(pair.b(), verdict)),
        KeyValue.pair(pair.b(), new AccountDecision(pair.a(), verdict)));
  }

  private static AccountPair pair(String key) {
    try {
      return AccountPair.parse(key);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException("decision key: " + e.getMessage());
    }
  }
}
