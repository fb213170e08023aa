package dev.kith.strength.relationship;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Relationships with interactions on future days, by the first such day. A wrong clock or an
 * invented date must not make a relationship strong today.
 *
 * @param days by day and pair of persons
 */
record FutureDays(KeyValueStore<String, Boolean> days) {

  void add(int day, String pair) {
    days.put(key(day) + pair, true);
  }

  /** Removes and returns the relationships whose day has come. */
  List<String> removeUntil(int today) {
    List<String> keys = new ArrayList<>();
    try (var due = days.range(key(0), key(today + 1))) {
      due.forEachRemaining(each -> keys.add(each.key));
    }
    keys.forEach(days::delete);
    return keys.stream().map(key -> key.substring(key(0).length())).distinct().toList();
  }

  private static String key(int day) {
    return String.format(Locale.ROOT, "%010d\t", day);
  }
}
