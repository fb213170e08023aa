package dev.kith.benchmarks.identity;

import dev.kith.schemas.Membership;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The person of each account, as read from {@code memberships} so far. */
final class MembershipTable {
  private static final Duration WAIT = Duration.ofMillis(20);

  private final ProfileTopicClient wire;
  private final Map<String, String> persons = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private Consumer<Membership> listener = each -> {};

  MembershipTable(ProfileTopicClient wire) {
    this.wire = wire;
  }

  String of(String account) {
    return persons.getOrDefault(account, "");
  }

  int accounts() {
    return persons.size();
  }

  int persons() {
    return sizes.size();
  }

  /** Sets the listener that receives each membership read from now on. */
  void show(Consumer<Membership> toWhom) {
    listener = toWhom;
  }

  void awaitAccounts(int count) {
    await(() -> persons.size() >= count);
  }

  /** Reads memberships until none arrives for 200 ms. */
  void catchUp() {
    while (wire.hear(WAIT.multipliedBy(10), this::hear) > 0) {
      // The next poll may return more.
    }
  }

  void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      wire.hear(WAIT, this::hear);
    }
  }

  private void hear(Membership membership) {
    String person = membership.getPerson().intern();
    String before = persons.put(membership.getAccount(), person);
    sizes.merge(person, 1, Integer::sum);
    if (before != null) {
      sizes.computeIfPresent(before, (same, count) -> count == 1 ? null : count - 1);
    }
    listener.accept(membership);
  }
}
