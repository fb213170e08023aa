package dev.kith.flow.deadletter;

import dev.kith.clients.Topic;
import dev.kith.schemas.UnreadableRecord;
import java.util.Map;

/**
 * Configures what happens to a record that cannot be read, processed or written: it goes to {@code
 * unreadable.v1} in the same transaction, is counted, and the stream goes on. What is not the
 * record's fault (an outage, a bug) still stops the step.
 */
public final class DeadLetters {
  static final String CONFIG = "kith.dead.letters";

  private DeadLetters() {}

  /** Streams properties that install the three handlers. */
  public static Map<String, Object> config(
      String step, Topic<String, UnreadableRecord> unreadable, Runnable counted) {
    return Map.of(
        CONFIG,
        new DeadLetterWriter(step, unreadable, counted),
        "deserialization.exception.handler",
        DeadLetterDeserializationHandler.class,
        "processing.exception.handler",
        DeadLetterProcessingHandler.class,
        "processing.exception.handler.global.enabled",
        true,
        "production.exception.handler",
        DeadLetterProductionHandler.class);
  }
}
