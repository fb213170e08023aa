package dev.kith.strength;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.PersonPair;
import dev.kith.strength.Met.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The pairs whose greater account is of this task, with both ends.
 *
 * @param wholes by the greater account, a tab, and the smaller
 */
record Pairing(KeyValueStore<String, Whole> wholes) {

  /** Takes note of a pair; says what changes for which persons, the new ones before the old. */
  Map<PersonPair, Component> put(String b, Whole now) {
    String key = key(b, now.half().a());
    Whole before = wholes.get(key);
    if (now.half().counts().isEmpty()) {
      wholes.delete(key);
    } else {
      wholes.put(key, now);
    }
    return changes(new AccountPair(now.half().a(), b).key(), before, now);
  }

  private static Map<PersonPair, Component> changes(
      String accounts, @Nullable Whole before, Whole now) {
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
  List<Whole> of(String b) {
    List<Whole> found = new ArrayList<>();
    try (var scan = wholes.prefixScan(key(b, ""), new StringSerializer())) {
      scan.forEachRemaining(each -> found.add(each.value));
    }
    return found;
  }

  private static String key(String b, String a) {
    return b + '\t' + a;
  }
}
