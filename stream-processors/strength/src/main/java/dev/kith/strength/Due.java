package dev.kith.strength;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which pairs are passed on at once, and which wait: the first change of a pair goes on at once,
 * what follows within the same beat goes on together at its end. So a single message is not kept
 * waiting, and the thousandth of a busy pair is not passed on alone. While the step is behind, what
 * has waited in a queue waits at most as long again, for all of it to go on together. Those that
 * wait stand in a store: a crash between two ticks forgets nobody.
 */
final class Due {
  /** Older than this when it comes, a change has waited in a queue: the step is behind. */
  private static final long BEHIND_MILLIS = 3_000;

  /** So long without such a change, and it is no more. */
  private static final long QUIET_MILLIS = 200;

  /** So many never wait longer, whatever the pace: they go on in one transaction. */
  private static final int MOST = 50_000;

  private final KeyValueStore<String, Boolean> waiting;
  private final PaceSettings pace;
  private final Set<String> passed = new HashSet<>();
  private long late;
  private long lastLate;
  private long behind;
  private long lastGone;

  Due(KeyValueStore<String, Boolean> waiting, PaceSettings pace) {
    this.waiting = waiting;
    this.pace = pace;
  }

  /**
   * Whether a pair that has changed is passed on now; if not, it is at a later tick.
   *
   * @param age of the change, in milliseconds
   */
  boolean now(String pair, long age) {
    if (age > BEHIND_MILLIS) {
      late = age;
    } else if (passed.add(pair)) {
      return true;
    }
    if (waiting.get(pair) == null) {
      waiting.put(pair, true);
    }
    return false;
  }

  /** All pairs that are due now; asked several times a beat. */
  List<String> tick(long now) {
    if (now - lastGone < pause(now) && waiting.approximateNumEntries() < MOST) {
      return List.of();
    }
    lastGone = now;
    passed.clear();
    List<String> due = all();
    due.forEach(waiting::delete);
    passed.addAll(due);
    return due;
  }

  /** A beat; while the step is behind as long as it is; nothing when it has just caught up. */
  private long pause(long now) {
    if (late > 0) {
      behind = late;
      lastLate = now;
      late = 0;
    } else if (behind > 0 && now - lastLate >= QUIET_MILLIS) {
      behind = 0;
      return 0;
    }
    return behind > 0 ? Math.min(behind, pace.catchUp().toMillis()) : pace.beat().toMillis();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    try (var each = waiting.all()) {
      each.forEachRemaining(pair -> all.add(pair.key));
    }
    return all;
  }
}
