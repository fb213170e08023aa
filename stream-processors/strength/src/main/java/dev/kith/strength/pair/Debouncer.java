package dev.kith.strength.pair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Decides when a changed pair is forwarded: the first change at once, further changes within the
 * same interval together at its end. So a single message does not wait, and a busy pair is not
 * forwarded for each message. While the step is behind, changes are collected for as long as they
 * have waited in the queue, so that they are forwarded together. Waiting pairs are in a store: a
 * crash between two ticks loses none.
 */
final class Debouncer {
  /** A change that is older than this when it arrives has waited in a queue: the step is behind. */
  private static final long BEHIND_MILLIS = 3_000;

  /** After so long without such a change the step has caught up. */
  private static final long QUIET_MILLIS = 200;

  /** When so many pairs wait they are forwarded at once: all of them go into one transaction. */
  private static final int MAX_WAITING = 50_000;

  private final KeyValueStore<String, Boolean> waiting;
  private final DebounceSettings settings;
  private final Set<String> forwarded = new HashSet<>();
  private long late;
  private long lastLate;
  private long behind;
  private long lastForwarded;

  Debouncer(KeyValueStore<String, Boolean> waiting, DebounceSettings settings) {
    this.waiting = waiting;
    this.settings = settings;
  }

  /**
   * Whether a changed pair is forwarded now; if not, a later tick returns it.
   *
   * @param age of the change, in milliseconds
   */
  boolean isForwardedNow(String pair, long age) {
    if (age > BEHIND_MILLIS) {
      late = age;
    } else if (forwarded.add(pair)) {
      return true;
    }
    if (waiting.get(pair) == null) {
      waiting.put(pair, true);
    }
    return false;
  }

  /** The pairs to forward now; called several times per interval. */
  List<String> tick(long now) {
    if (now - lastForwarded < interval(now) && waiting.approximateNumEntries() < MAX_WAITING) {
      return List.of();
    }
    lastForwarded = now;
    forwarded.clear();
    List<String> due = all();
    due.forEach(waiting::delete);
    forwarded.addAll(due);
    return due;
  }

  /** The usual interval; longer while the step is behind; none when it has just caught up. */
  private long interval(long now) {
    if (late > 0) {
      behind = late;
      lastLate = now;
      late = 0;
    } else if (behind > 0 && now - lastLate >= QUIET_MILLIS) {
      behind = 0;
      return 0;
    }
    return behind > 0
        ? Math.min(behind, settings.maxInterval().toMillis())
        : settings.interval().toMillis();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    try (var each = waiting.all()) {
      each.forEachRemaining(pair -> all.add(pair.key));
    }
    return all;
  }
}
