package dev.kith.indexing.index;

import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Committed offsets that name the index they belong to, by its UUID. An offset says that everything
 * before it is in that index; of another index, such as an empty one in place of one that was lost,
 * it says nothing.
 *
 * @param indices the index of each topic
 */
public record IndexedOffsets(Map<String, LiveIndex> indices) {

  /** The offset to commit. */
  public OffsetAndMetadata named(TopicPartition partition, long offset) {
    return new OffsetAndMetadata(offset, index(partition).uuid());
  }

  /** Where to read on, given what was committed. */
  public long begin(TopicPartition partition, OffsetAndMetadata committed) {
    LiveIndex index = index(partition);
    String uuid = committed.metadata();
    if (uuid.equals(index.uuid()) || (uuid.isEmpty() && !index.isEmpty())) {
      return committed.offset(); // without a UUID it is of an older version
    }
    long filled = index.reached().getOrDefault(partition.partition(), 0L);
    return Math.min(committed.offset(), filled);
  }

  /** Whether the index was made by a rebuild, which has filled it. */
  public boolean isRebuilt(TopicPartition partition) {
    return index(partition).reached().containsKey(partition.partition());
  }

  /** What is behind the alias of a topic. */
  public LiveIndex index(TopicPartition partition) {
    LiveIndex index = indices.get(partition.topic());
    if (index == null) {
      throw new IllegalStateException("no index is known of topic " + partition.topic());
    }
    return index;
  }
}
