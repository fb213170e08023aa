package dev.kith.indexing.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes that are sent together: either documents to index, whose versions make their order
 * irrelevant, or documents to remove, for which the order matters.
 */
public final class WriteBatch {
  /** Records may be much larger than their documents; this many times the size of a request. */
  private static final int HELD = 4;

  private final IndexingSettings settings;
  private final List<PendingWrite> entries = new ArrayList<>();
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
  private long begun;
  private long size;
  private long held;

  public WriteBatch(IndexingSettings settings) {
    this.settings = settings;
  }

  public List<PendingWrite> entries() {
    return entries;
  }

  /** Where each partition goes on once all of this is done. */
  public Map<TopicPartition, OffsetAndMetadata> offsets() {
    return offsets;
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean isRemoval() {
    return !entries.isEmpty() && entries.getFirst().isRemoval();
  }

  /** Whether one more still fits, in size and in kind. */
  public boolean takes(PendingWrite entry) {
    return isEmpty() || (!isFull() && entry.isRemoval() == isRemoval());
  }

  public boolean isFull() {
    return entries.size() >= settings.bulkDocuments()
        || size >= settings.bulkBytes()
        || held >= (long) settings.bulkBytes() * HELD;
  }

  public void add(PendingWrite entry, long nanoTime) {
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

  /** How long it may still wait for further writes, in nanoseconds. */
  public long nanosUntilDue(long nanoTime) {
    return begun + settings.linger().toNanos() - nanoTime;
  }
}
