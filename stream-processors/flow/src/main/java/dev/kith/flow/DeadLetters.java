package dev.kith.flow;

import dev.kith.schemas.Topic;
import dev.kith.schemas.UnreadableRecord;
import java.util.Map;

/**
 * What happens to a record that cannot be read, thought about or written: it goes to {@code
 * unreadable.v1} in the same transaction, is counted, and the stream goes on. What is not the
 * record's fault (an outage, a bug) still stops the step.
 */
public final class DeadLetters {
  static final String CONFIG = "kith.dead.letters";

  private DeadLetters() {}

  /** Settings that make a topology set bad records aside. */
  static Map<String, Object> config(
      String step, Topic<String, UnreadableRecord> unreadable, Runnable counted) {
    return Map.of(
        CONFIG,
        new Envelope(step, unreadable, counted),
        "deserialization.exception.handler",
        UnreadRecords.class,
        "processing.exception.handler",
        RefusedRecords.class,
        "processing.exception.handler.global.enabled",
        true,
        "production.exception.handler",
        UnwrittenRecords.class);
  }
}
