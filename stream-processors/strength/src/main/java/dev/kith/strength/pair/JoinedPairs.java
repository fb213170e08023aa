package dev.kith.strength.pair;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.PersonPair;
import dev.kith.strength.pair.PairEvent.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The joined pairs whose greater account belongs to this task.
 *
 * @param pairs by the greater account, a tab, and the smaller
 */
record JoinedPairs(KeyValueStore<String, JoinedPair> pairs) {

  /** Stores a pair; returns what changes for which persons, the new ones before the old ones. */
  Map<PersonPair, Component> put(String b, JoinedPair now) {
    String key = key(b, now.half().a());
    JoinedPair before = pairs.get(key);
    if (now.half().counts().isEmpty()) {
      pairs.delete(key);
    } else {
      pairs.put(key, now);
    }
    return changes(new AccountPair(now.half().a(), b).key(), before, now);
  }

  private static Map<PersonPair, Component> changes(
      String accounts, @Nullable JoinedPair before, JoinedPair now) {
    Map<PersonPair, Component> changes = new LinkedHashMap<>();
    now.persons()
        .ifPresent(
            pair ->
                changes.put(pair, new Component(accounts, now.isFlipped(), now.half().counts())));
    if (before != null) {
      before.persons().ifPresent(pair -> changes.putIfAbsent(pair, Component.none(accounts)));
    }
    return changes;
  }

  /** All pairs whose greater account is {@code b}. */
  List<JoinedPair> of(String b) {
    List<JoinedPair> found = new ArrayList<>();
    try (var scan = pairs.prefixScan(key(b, ""), new StringSerializer())) {
      scan.forEachRemaining(each -> found.add(each.value));
    }
    return found;
  }

  private static String key(String b, String a) {
    return b + '\t' + a;
  }
}
