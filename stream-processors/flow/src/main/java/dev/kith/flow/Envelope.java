package dev.kith.flow;

import dev.kith.schemas.Topic;
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

/** What a bad record is put into: who set it aside, and where it goes. */
record Envelope(String step, Topic<String, UnreadableRecord> unreadable, Runnable counted) {
  private static final Logger LOG = LoggerFactory.getLogger(Envelope.class);

  static Optional<Envelope> from(Map<String, ?> configs) {
    return Optional.ofNullable((Envelope) configs.get(DeadLetters.CONFIG));
  }

  /** The record for {@code unreadable.v1}; none if nobody said where that is. */
  static List<ProducerRecord<byte[], byte[]>> letter(
      Optional<Envelope> envelope, Origin origin, Exception why) {
    return envelope.map(used -> used.seal(origin, why)).stream().toList();
  }

  private ProducerRecord<byte[], byte[]> seal(Origin origin, Exception why) {
    counted.run();
    String reason = reason(why);
    LOG.warn(
        "{}: set aside: {}-{}@{}: {}",
        step,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        reason);
    var letter =
        UnreadableRecord.newBuilder()
            .setStep(step)
            .setReason(reason)
            .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setOriginal(origin.original())
            .setTopic(origin.topic())
            .setPartition(origin.partition())
            .setOffset(origin.offset())
            .setKey(origin.key().orElse(null))
            .build();
    return new ProducerRecord<>(
        unreadable.name(),
        step.getBytes(StandardCharsets.UTF_8),
        unreadable.valueSerde().serializer().serialize(unreadable.name(), letter));
  }

  private static String reason(Exception why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
