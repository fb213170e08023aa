package dev.kith.indexing.consume;

import dev.kith.clients.AvroSerdes;
import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.indexing.bulk.DocumentWrite;
import dev.kith.indexing.bulk.DocumentWrite.Remove;
import dev.kith.indexing.bulk.DocumentWrite.SetAside;
import dev.kith.indexing.bulk.PendingWrite;
import dev.kith.indexing.document.DocumentFactory;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Converts a record into a write. A record that cannot be read becomes a dead letter. */
public final class RecordReader {
  private final Map<String, Reader<?>> readers;
  private final Clock clock;

  public RecordReader(Topics topics, Indices indices, Clock clock) {
    var documents = new DocumentFactory(indices);
    this.clock = clock;
    readers =
        Map.of(
            topics.activities().name(),
            new Reader<>(topics.activities(), indices.activities(), documents::of),
            topics.people().name(),
            new Reader<>(topics.people(), indices.people(), documents::of),
            topics.relationships().name(),
            new Reader<>(topics.relationships(), indices.relationships(), documents::of));
  }

  /** The topics it reads. */
  public List<String> topics() {
    return List.copyOf(readers.keySet());
  }

  /** The topic whose records are in {@code index}. */
  public String topic(Index index) {
    return readers.entrySet().stream()
        .filter(entry -> entry.getValue().index().equals(index))
        .map(Map.Entry::getKey)
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("nothing is written to " + index));
  }

  /** Fails only if the registry does not answer: then the same record is to be tried again. */
  public PendingWrite read(ConsumerRecord<byte[], byte[]> origin)
      throws RegistryUnavailableException {
    Reader<?> reader = Objects.requireNonNull(readers.get(origin.topic()));
    return new PendingWrite(origin, reader.read(origin, clock.instant()));
  }

  /** How one topic becomes one index. */
  private record Reader<V>(
      Topic<String, V> topic, Index index, BiFunction<V, Instant, DocumentWrite.Put> document) {

    DocumentWrite read(ConsumerRecord<byte[], byte[]> origin, Instant now)
        throws RegistryUnavailableException {
      if (origin.value() == null) {
        return removal(origin);
      }
      V value;
      try {
        value = topic.valueSerde().deserializer().deserialize(origin.topic(), origin.value());
      } catch (KafkaException | AvroRuntimeException | ClassCastException e) {
        if (AvroSerdes.isRegistryAway(e)) {
          throw new RegistryUnavailableException(e);
        }
        return unreadable(e);
      }
      return document(value, now);
    }

    private DocumentWrite removal(ConsumerRecord<byte[], byte[]> origin) {
      if (origin.key() == null) {
        return new SetAside("expected a key, found a record with neither key nor value");
      }
      String key = new String(origin.key(), StandardCharsets.UTF_8);
      return new Remove(index, Indices.documentId(key));
    }

    /** A record of the right type may still be none of ours, such as a pair out of order. */
    private DocumentWrite document(V value, Instant now) {
      try {
        DocumentWrite.Put put = document.apply(value, now);
        return put.id().isEmpty() ? new SetAside("expected an id, found none") : put;
      } catch (IllegalArgumentException | ClassCastException e) {
        return unreadable(e);
      }
    }

    private SetAside unreadable(Exception e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new SetAside(
          "expected a record of %s: %s, %s"
              .formatted(topic.valueSchema().getFullName(), e.getMessage(), cause));
    }
  }
}
