package dev.kith.api.changes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some changes in a row.
 *
 * @param from where it begins
 * @param changes in order
 * @param to where it ends
 * @param more whether more has changed after it
 */
public record Stretch(Positions from, List<Change> changes, Positions to, boolean more) {
  /** Keeps its own copy. */
  public Stretch {
    changes = List.copyOf(changes);
  }

  /** Where its first changes end. */
  public Positions after(int first) {
    if (first == changes.size()) {
      return to;
    }
    Map<Integer, Long> next = new HashMap<>(from.next());
    changes.subList(0, first).forEach(change -> next.put(change.partition(), change.offset() + 1));
    return new Positions(next);
  }

  /**
   * One change.
   *
   * @param partition where it stands
   * @param offset where it stands in there
   * @param id of what changed
   * @param removed whether nothing is left of it
   */
  public record Change(int partition, long offset, String id, boolean removed) {
    /** A change of what is still there. */
    public Change(int partition, long offset, String id) {
      this(partition, offset, id, false);
    }
  }
}
