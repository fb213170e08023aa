package dev.kith.ingest.runtime.journal;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topics;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of the journal of one source.
 *
 * @param source its name
 * @param reader who opens it; no two readers have the same
 * @param transactionalId the same for every reader of the source
 * @param topics where records go
 * @param client how to reach Kafka
 * @param maxTransactionRecords most records of one transaction
 * @param timeout how long to wait for an answer
 */
public record JournalSettings(
    String source,
    String reader,
    String transactionalId,
    Topics topics,
    Map<String, Object> client,
    int maxTransactionRecords,
    Duration timeout) {

  /** The journal of a source, in the topics of an installation. */
  public static JournalSettings of(
      String source, String reader, KafkaSettings kafka, int maxTransactionRecords) {
    return new JournalSettings(
        source,
        reader,
        kafka.prefix() + "source-" + source,
        kafka.topics(),
        kafka.client(),
        maxTransactionRecords,
        Duration.ofSeconds(60));
  }
}
