package dev.kith.api.changes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Consecutive changes of a topic.
 *
 * @param from where it begins
 * @param changes in order
 * @param to where it ends
 * @param more whether there are indexed changes after it
 */
public record TopicSlice(TopicOffsets from, List<Change> changes, TopicOffsets to, boolean more) {
  /** The positions after its first changes. */
  public TopicOffsets after(int first) {
    if (first == changes.size()) {
      return to;
    }
    Map<Integer, Long> next = new HashMap<>(from.next());
    changes.subList(0, first).forEach(change -> next.put(change.partition(), change.offset() + 1));
    return new TopicOffsets(next);
  }

  /**
   * One change.
   *
   * @param partition of the record
   * @param offset of the record
   * @param id of the changed entity
   * @param removed whether the record is a tombstone
   */
  public record Change(int partition, long offset, String id, boolean removed) {
    /** A change that is no tombstone. */
    public Change(int partition, long offset, String id) {
      this(partition, offset, id, false);
    }
  }
}
