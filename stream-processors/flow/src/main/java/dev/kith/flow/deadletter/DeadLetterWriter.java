package dev.kith.flow.deadletter;

import dev.kith.clients.Topic;
import dev.kith.schemas.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the record for {@code unreadable.v1} out of a record that failed. */
record DeadLetterWriter(String step, Topic<String, UnreadableRecord> unreadable, Runnable counted) {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);

  static Optional<DeadLetterWriter> from(Map<String, ?> configs) {
    return Optional.ofNullable((DeadLetterWriter) configs.get(DeadLetters.CONFIG));
  }

  /** The record for {@code unreadable.v1}; none if no topic is configured. */
  static List<ProducerRecord<byte[], byte[]>> write(
      Optional<DeadLetterWriter> writer, FailedRecord failed, Exception why) {
    return writer.map(used -> used.deadLetter(failed, why)).stream().toList();
  }

  private ProducerRecord<byte[], byte[]> deadLetter(FailedRecord failed, Exception why) {
    counted.run();
    String reason = reason(why);
    LOG.warn(
        "{}: set aside: {}-{}@{}: {}",
        step,
        failed.topic(),
        failed.partition(),
        failed.offset(),
        reason);
    var deadLetter =
        UnreadableRecord.newBuilder()
            .setStep(step)
            .setReason(reason)
            .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setOriginal(failed.original())
            .setTopic(failed.topic())
            .setPartition(failed.partition())
            .setOffset(failed.offset())
            .setKey(failed.key().orElse(null))
            .build();
    return new ProducerRecord<>(
        unreadable.name(),
        step.getBytes(StandardCharsets.UTF_8),
        unreadable.valueSerde().serializer().serialize(unreadable.name(), deadLetter));
  }

  private static String reason(Exception why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
