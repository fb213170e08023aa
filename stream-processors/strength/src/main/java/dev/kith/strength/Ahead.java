package dev.kith.strength;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Relationships of which some days have not come yet, by the first such day. A clock that is wrong
 * or a date that is made up must not make anybody close today.
 *
 * @param days by day and pair of persons
 */
record Ahead(KeyValueStore<String, Boolean> days) {

  void await(int day, String pair) {
    days.put(key(day) + pair, true);
  }

  /** Those whose day has come; they are not said again. */
  List<String> come(int today) {
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
