package dev.kith.identity.topology;

import dev.kith.flow.Store;
import dev.kith.identity.account.AccountProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Persons with so many accounts that each account is a row of its own, and that they are published
 * at intervals: the larger, the less often. Pending publications are stored, too. Not safe for use
 * by several threads.
 */
final class LargePersons {
  private static final char SEPARATOR = '\0';

  /** A person of five thousand accounts is published once a second. */
  private static final int ACCOUNTS_PER_MILLI = 5;

  private final KeyValueStore<String, AccountProfile> members;
  private final KeyValueStore<String, Long> unpublished;
  private final Map<String, Long> waiting = new LinkedHashMap<>();
  private final Map<String, Long> resting = new HashMap<>();

  private LargePersons(
      KeyValueStore<String, AccountProfile> members, KeyValueStore<String, Long> unpublished) {
    this.members = members;
    this.unpublished = unpublished;
    try (var all = unpublished.all()) {
      all.forEachRemaining(each -> waiting.put(each.key, each.value));
    }
  }

  static LargePersons of(
      ProcessorContext<?, ?> context,
      Store<String, AccountProfile> members,
      Store<String, Long> unpublished) {
    return new LargePersons(members.of(context), unpublished.of(context));
  }

  void joined(String person, AccountProfile member) {
    members.put(row(person, member.account()), member);
  }

  void left(String person, String account) {
    members.delete(row(person, account));
  }

  Map<String, AccountProfile> members(String person) {
    String prefix = row(person, "");
    var found = new TreeMap<String, AccountProfile>();
    try (var rows = members.prefixScan(prefix, new StringSerializer())) {
      rows.forEachRemaining(each -> found.put(each.value.account(), each.value));
    }
    return found;
  }

  /** Marks a person as changed. */
  void changed(String person, long moment) {
    if (waiting.putIfAbsent(person, moment) == null) {
      unpublished.put(person, moment);
    }
  }

  /** The persons that are to be published. */
  List<String> due(long now) {
    resting.values().removeIf(until -> until <= now);
    return new ArrayList<>(
        waiting.keySet().stream().filter(person -> !resting.containsKey(person)).toList());
  }

  /**
   * Marks a person as published.
   *
   * @return the moment of the first change that this tells of
   */
  long published(String person, int accounts, long now) {
    resting.put(person, now + accounts / ACCOUNTS_PER_MILLI);
    unpublished.delete(person);
    Long moment = waiting.remove(person);
    return moment == null ? now : moment;
  }

  /** Removes the rows of a person whose accounts are few enough to be stored in one record. */
  void dissolve(String person, Collection<String> accounts) {
    accounts.forEach(account -> left(person, account));
  }

  private static String row(String person, String account) {
    return person + SEPARATOR + account;
  }
}
