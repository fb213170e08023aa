package dev.kith.benchmarks.identity;

import dev.kith.schemas.Membership;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures the delay until evidence is visible in {@code memberships}: at a steady rate, the second
 * account of each pair takes on the address of the first.
 */
final class MergeDelayMeasurement {
  private final BenchmarkProcesses running;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Map<String, String> expected = new HashMap<>();
  private long[] waited = {};
  private int seen;

  MergeDelayMeasurement(BenchmarkProcesses running) {
    this.running = running;
  }

  void at(int perSecond, int merges) throws InterruptedException {
    var sides = List.of("left" + perSecond, "right" + perSecond);
    int known = running.memberships().accounts();
    for (String side : sides) {
      running.wire().send(numbered(merges).mapToObj(i -> profile(side, i, side, 1)).toList());
    }
    running.memberships().awaitAccounts(known + 2 * merges);
    numbered(merges)
        .forEach(
            i ->
                expected.put(
                    "contacts:right%d.%d".formatted(perSecond, i),
                    "contacts:left%d.%d".formatted(perSecond, i)));
    waited = new long[merges];
    seen = 0;
    running.memberships().show(this::hear);
    var before = running.effort();
    Thread sender = Thread.ofPlatform().start(() -> send(sides, merges, perSecond));
    running.memberships().await(() -> seen == waited.length);
    sender.join();
    running.memberships().show(each -> {});
    report(perSecond, running.effort().each(before, Instant.now(), merges));
  }

  private static IntStream numbered(int count) {
    return IntStream.range(0, count);
  }

  private void send(List<String> sides, int merges, int perSecond) {
    long start = System.nanoTime();
    for (int i = 0; i < merges; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      LockSupport.parkNanos(due - System.nanoTime());
      var profile = profile(sides.getLast(), i, sides.getFirst(), 2);
      sent.put(profile.getAccount(), System.nanoTime());
      running.wire().send(profile);
    }
  }

  private static Profile profile(String side, int number, String address, int revision) {
    return Profile.newBuilder()
        .setAccount("contacts:%s.%d".formatted(side, number))
        .setRevision(revision)
        .setNetwork("contacts")
        .setSource("made-up")
        .setSeen(Instant.ofEpochSecond(side.startsWith("left") ? 1 : 2))
        .setEmails(List.of("%s.%d@example.org".formatted(address, number)))
        .build();
  }

  private void hear(Membership membership) {
    Long at = sent.get(membership.getAccount());
    String other = expected.get(membership.getAccount());
    if (at != null
        && other != null
        && membership.getPerson().equals(running.memberships().of(other))) {
      waited[seen++] = System.nanoTime() - at;
      sent.remove(membership.getAccount());
    }
  }

  private void report(int perSecond, String effort) {
    Arrays.sort(waited);
    System.out.printf(
        Locale.ROOT,
        "%,d merges at %,d/s: seen after p50 %d, p95 %d, p99 %d, at most %d ms; %s%n",
        waited.length,
        perSecond,
        at(0.50),
        at(0.95),
        at(0.99),
        at(1),
        effort);
  }

  private long at(double share) {
    return waited[Math.min(waited.length - 1, (int) (share * waited.length))] / 1_000_000;
  }
}
