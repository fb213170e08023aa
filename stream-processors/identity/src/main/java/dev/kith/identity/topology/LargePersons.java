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
 * Persons of so many accounts that these are kept a row each, and that they are published only now
 * and then: the larger, the less often. That one is to be published is kept, too. Not safe for use
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

  /** This person has changed. */
  void changed(String person, long moment) {
    if (waiting.putIfAbsent(person, moment) == null) {
      unpublished.put(person, moment);
    }
  }

  /** Whose turn it is. */
  List<String> due(long now) {
    resting.values().removeIf(until -> until <= now);
    return new ArrayList<>(
        waiting.keySet().stream().filter(person -> !resting.containsKey(person)).toList());
  }

  /**
   * This person is published now.
   *
   * @return the moment of the first change that this tells of
   */
  long published(String person, int accounts, long now) {
    resting.put(person, now + accounts / ACCOUNTS_PER_MILLI);
    unpublished.delete(person);
    Long moment = waiting.remove(person);
    return moment == null ? now : moment;
  }

  /** This person's accounts are few enough to be kept in one piece. */
  void dissolve(String person, Collection<String> accounts) {
    accounts.forEach(account -> left(person, account));
  }

  private static String row(String person, String account) {
    return person + SEPARATOR + account;
  }
}
