package dev.kith.benchmarks.identity;

import dev.kith.schemas.Profile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures throughput, heap and disk use of the identity step as the number of accounts grows. */
final class GrowthMeasurement {
  private static final int SENT_AT_ONCE = 10_000;

  /** Number of profiles that are changed and then sent again. */
  private static final int SOME = 20_000;

  private final BenchmarkProcesses running;
  private final AccountGenerator town;
  private final Instant end;
  private final List<SyntheticAccount> some = new ArrayList<>();
  private int accounts;

  GrowthMeasurement(BenchmarkProcesses running, AccountGenerator town, Instant end) {
    this.running = running;
    this.town = town;
    this.end = end;
  }

  /**
   * Sends profiles until there are {@code size} accounts; returns false if the time ran out first.
   */
  boolean to(int size) throws IOException, InterruptedException {
    var before = running.effort();
    int known = accounts;
    arrive(size);
    var rest = running.step().rest();
    running.memberships().catchUp();
    say(
        "%,d accounts out of a town of %,d people so far: new ones %s; names looked at again for %,d ms",
        accounts,
        town.people(),
        running.effort().each(before, rest.read(), accounts - known),
        Duration.between(rest.read(), rest.settled()).toMillis());
    state();
    change();
    return accounts == size;
  }

  private void arrive(int size) {
    while (accounts < size && Instant.now().isBefore(end)) {
      List<SyntheticAccount> next = town.next(Math.min(SENT_AT_ONCE, size - accounts));
      some.addAll(next.subList(0, Math.min(next.size(), Math.max(0, SOME - some.size()))));
      running.wire().send(next.stream().map(SyntheticAccount::profile).toList());
      accounts += next.size();
      // At most 10,000 profiles are in flight: they keep the step busy, but do not delay the end.
      running.memberships().awaitAccounts(accounts - SENT_AT_ONCE);
    }
    running.memberships().awaitAccounts(accounts);
  }

  private void state() throws IOException {
    var step = running.step();
    long pairs = step.figure("pairs");
    long heap = step.heap();
    long disk = step.disk();
    say(
        "  %.2f candidates each; heap %,d MB, stores %,d MB (%,d and %,d bytes each); persons %,d; largest %d",
        2.0 * pairs / accounts,
        heap,
        disk,
        (heap << 20) / accounts,
        (disk << 20) / accounts,
        running.memberships().persons(),
        step.figure("largestComponent"));
  }

  private void change() throws IOException, InterruptedException {
    List<Profile> changed = new ArrayList<>();
    some.forEach(each -> changed.add(each.changed(changed.size())));
    measure("changed", changed);
    measure("seen again", some.stream().map(SyntheticAccount::again).toList());
    some.clear();
  }

  private void measure(String what, List<Profile> profiles)
      throws IOException, InterruptedException {
    var before = running.effort();
    running.wire().send(profiles);
    var rest = running.step().rest();
    say("  %s %s", what, running.effort().each(before, rest.read(), profiles.size()));
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }
}
