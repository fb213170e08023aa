package dev.kith.ingest.runtime.journal;

import dev.kith.clients.KafkaSettings;
import dev.kith.clients.Topics;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of the journal of one source.
 *
 * @param source name of the source
 * @param reader unique id of the reader that opens the journal
 * @param transactionalId the same for every reader of the source
 * @param topics to which records are written
 * @param client settings of Kafka clients, such as {@code bootstrap.servers}
 * @param maxTransactionRecords largest number of records in one transaction
 * @param timeout timeout of requests to Kafka
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
