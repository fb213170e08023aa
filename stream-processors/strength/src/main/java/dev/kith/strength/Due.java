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
 * wait stand in a store: a crash between two beats forgets nobody.
 */
final class Due {
  /** Older than this when it comes, a change has waited in a queue: the step is behind. */
  private static final long BEHIND_MILLIS = 3_000;

  /** So many never wait longer, whatever the pace: they go on in one transaction. */
  private static final int MOST = 50_000;

  private final KeyValueStore<String, Boolean> waiting;
  private final long longest;
  private final Set<String> passed = new HashSet<>();
  private long behind;
  private long lastGone;

  Due(KeyValueStore<String, Boolean> waiting, PaceSettings pace) {
    this.waiting = waiting;
    this.longest = pace.catchUp().toMillis();
  }

  /**
   * Whether a pair that has changed is passed on now; if not, it is at the end of a beat.
   *
   * @param age of the change, in milliseconds
   */
  boolean now(String pair, long age) {
    if (age > BEHIND_MILLIS) {
      behind = age;
    } else if (passed.add(pair)) {
      return true;
    }
    if (waiting.get(pair) == null) {
      waiting.put(pair, true);
    }
    return false;
  }

  /** Ends a beat: all pairs that are due now. */
  List<String> beat(long now) {
    boolean gathers =
        now - lastGone < Math.min(behind, longest) && waiting.approximateNumEntries() < MOST;
    behind = 0;
    passed.clear();
    if (gathers) {
      return List.of();
    }
    lastGone = now;
    List<String> due = all();
    due.forEach(waiting::delete);
    passed.addAll(due);
    return due;
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    try (var each = waiting.all()) {
      each.forEachRemaining(pair -> all.add(pair.key));
    }
    return all;
  }
}
