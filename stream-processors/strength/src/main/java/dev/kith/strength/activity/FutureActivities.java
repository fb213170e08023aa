package dev.kith.strength.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Activities whose time has not come.
 *
 * @param activities by id
 * @param times by time and id
 */
record FutureActivities(
    KeyValueStore<String, FutureActivity> activities, KeyValueStore<String, Boolean> times) {

  /** Those in the stores of a task. */
  static FutureActivities of(FutureActivityStores stores, ProcessorContext<?, ?> context) {
    return new FutureActivities(stores.activities().of(context), stores.times().of(context));
  }

  void put(String id, FutureActivity activity) {
    activities.put(id, activity);
    times.put(key(activity.at()) + id, true);
  }

  void remove(String id) {
    FutureActivity removed = activities.delete(id);
    if (removed != null) {
      times.delete(key(removed.at()) + id);
    }
  }

  /** Removes and returns the activities whose time has come, the earliest first. */
  Map<String, FutureActivity> removeUntil(long now) {
    List<String> past = new ArrayList<>();
    try (var found = times.range(key(0), key(now + 1))) {
      found.forEachRemaining(each -> past.add(each.key));
    }
    Map<String, FutureActivity> removed = new LinkedHashMap<>();
    for (String key : past) {
      times.delete(key);
      String id = key.substring(key(0).length());
      removed.put(id, activities.delete(id));
    }
    return removed;
  }

  private static String key(long at) {
    return String.format(Locale.ROOT, "%019d\t", at);
  }
}
