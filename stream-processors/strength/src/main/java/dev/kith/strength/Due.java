package dev.kith.strength;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which pairs are passed on at once, and which wait: the first change of a pair goes on at once,
 * what follows within the same beat goes on together at its end. So a single message is not kept
 * waiting, and the thousandth of a busy pair is not passed on alone. Those that wait stand in a
 * store: a crash between two beats forgets nobody.
 */
final class Due {
  private final KeyValueStore<String, Boolean> waiting;
  private final Set<String> passed = new HashSet<>();

  Due(KeyValueStore<String, Boolean> waiting) {
    this.waiting = waiting;
  }

  /** Whether a pair that has changed is passed on now; if not, it is at the end of the beat. */
  boolean now(String pair) {
    if (passed.add(pair)) {
      return true;
    }
    waiting.put(pair, true);
    return false;
  }

  /** Ends a beat: all pairs that are due now. */
  List<String> beat() {
    passed.clear();
    List<String> due = new ArrayList<>();
    try (var all = waiting.all()) {
      all.forEachRemaining(each -> due.add(each.key));
    }
    due.forEach(waiting::delete);
    passed.addAll(due);
    return due;
  }
}
