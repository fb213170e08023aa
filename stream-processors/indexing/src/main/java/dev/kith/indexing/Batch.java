package dev.kith.indexing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Entries that go out together: either documents to keep, whose versions make their order
 * irrelevant, or documents to take away, for which it matters what went before and comes after.
 */
final class Batch {
  /** Records may be much larger than their documents; this many times the size of a request. */
  private static final int HELD = 4;

  private final IndexingSettings settings;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private long begun;
  private long size;
  private long held;

  Batch(IndexingSettings settings) {
    this.settings = settings;
  }

  List<Entry> entries() {
    return entries;
  }

  /** Where each partition goes on once all of this is done. */
  Map<TopicPartition, OffsetAndMetadata> offsets() {
    return offsets;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean isRemoval() {
    return !entries.isEmpty() && entries.getFirst().isRemoval();
  }

  /** Whether one more still fits, in size and in kind. */
  boolean takes(Entry entry) {
    return isEmpty() || (!isFull() && entry.isRemoval() == isRemoval());
  }

  boolean isFull() {
    return entries.size() >= settings.bulkDocuments()
        || size >= settings.bulkBytes()
        || held >= (long) settings.bulkBytes() * HELD;
  }

  void add(Entry entry, long nanoTime) {
    if (isEmpty()) {
      begun = nanoTime;
    }
    var origin = entry.origin();
    entries.add(entry);
    size += entry.size();
    held += entry.held();
    offsets.put(
        new TopicPartition(origin.topic(), origin.partition()),
        new OffsetAndMetadata(origin.offset() + 1));
  }

  /** How long it may still wait for company, in nanoseconds. */
  long patience(long nanoTime) {
    return begun + settings.linger().toNanos() - nanoTime;
  }
}
