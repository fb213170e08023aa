package dev.kith.ingest.runtime.journal;

import dev.kith.clients.Topic;
import dev.kith.clients.Topics;
import dev.kith.ingest.Original;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.Activity;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.Profile;
import dev.kith.schemas.UnreadableRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Converts a page into records for Kafka; a record that is too large for a broker is set aside. */
final class ProducerRecordFactory {
  /** Below the broker's default limit of 1 MiB, which counts headers too. */
  static final int MAX_BYTES = 1_000_000;

  private final Topics topics;
  private final String reader;

  ProducerRecordFactory(Topics topics, String reader) {
    this.topics = topics;
    this.reader = reader;
  }

  /** Profiles first, so that the accounts of an activity are known before it; the cursor last. */
  List<ProducerRecord<byte[], byte[]>> of(Page page, SourceStatus status) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (Profile profile : page.profiles()) {
      records.add(fitting(topics.profiles(), profile.getAccount(), profile, status));
    }
    records.addAll(of(page.activities(), status));
    for (UnreadableItem item : page.unreadable()) {
      records.add(setAside(status, item.reason(), item.original(), item.originalType(), null));
    }
    records.add(record(topics.cursors(), status.source(), cursor(page, status)));
    return records;
  }

  /** The records of activities. */
  List<ProducerRecord<byte[], byte[]>> of(List<Activity> activities, SourceStatus status) {
    return activities.stream().map(activity -> fitting(activity, status)).toList();
  }

  private ProducerRecord<byte[], byte[]> fitting(Activity activity, SourceStatus status) {
    var record = record(topics.activities(), activity.getId(), activity);
    if (size(record) <= MAX_BYTES) {
      return record;
    }
    byte[] original = bytes(activity.getOriginal());
    var type = activity.getOriginalType().orElse("application/octet-stream");
    return setAside(status, tooLarge("activity", record), original, type, activity.getId());
  }

  private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> fitting(
      Topic<String, V> topic, String key, V value, SourceStatus status) {
    var record = record(topic, key, value);
    return size(record) <= MAX_BYTES
        ? record
        : setAside(status, tooLarge("profile", record), record.value(), "avro/binary", key);
  }

  private ProducerRecord<byte[], byte[]> setAside(
      SourceStatus status, String reason, byte[] original, String type, @Nullable String key) {
    var value =
        UnreadableRecord.newBuilder()
            .setStep(status.source())
            .setReason(reason)
            .setAt(status.at())
            .setOriginal(ByteBuffer.wrap(Original.truncate(original)))
            .setOriginalType(type)
            .setKey(key)
            .build();
    return record(topics.unreadable(), status.source(), value);
  }

  private CursorRecord cursor(Page page, SourceStatus status) {
    return CursorRecord.newBuilder()
        .setSource(status.source())
        .setNetwork(status.network())
        .setPosition(page.next().position())
        .setAt(status.at())
        .setRead(status.read())
        .setUnreadable(status.unreadable())
        .setState(status.state())
        .setMessage(status.message())
        .setRemaining(status.remaining().isPresent() ? status.remaining().getAsLong() : null)
        .setRate(status.rate())
        .setLastEvent(status.counts().lastEvent().orElse(null))
        .setLimitations(status.limitations())
        .setReader(reader)
        .build();
  }

  private static <V> ProducerRecord<byte[], byte[]> record(
      Topic<String, V> topic, String key, V value) {
    return new ProducerRecord<>(
        topic.name(),
        key.getBytes(StandardCharsets.UTF_8),
        topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  private static String tooLarge(String what, ProducerRecord<byte[], byte[]> record) {
    return "expected a record of at most %d bytes, found one of %d (%s)"
        .formatted(MAX_BYTES, size(record), what);
  }

  private static int size(ProducerRecord<byte[], byte[]> record) {
    return record.key().length + record.value().length;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
