package dev.kith.benchmarks.identity;

import dev.kith.schemas.Profile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Measures a component of thousands of accounts: in a chain, each account shares an address with
 * the next; in a dense component, each has six addresses that about sixty accounts share. Prints
 * the delay after evidence is removed and after it is added again.
 */
final class LargeComponentMeasurement {
  private static final int ROUNDS = 5;
  private static final int ADDRESSES = 6;
  private static final int BEARERS = 60;

  /** Number of accounts that are joined in pairs first, to warm up the JIT compiler. */
  private static final int WARM_UP = 10_000;

  private final BenchmarkProcesses running;
  private final int size;

  LargeComponentMeasurement(BenchmarkProcesses running, int size) {
    this.running = running;
    this.size = size;
  }

  void measure() throws IOException {
    var usual = new Shape("usual", i -> List.of("usual" + i / 2));
    running.wire().send(IntStream.range(0, WARM_UP).mapToObj(i -> usual.profile(i, 1)).toList());
    await(() -> IntStream.range(0, WARM_UP).noneMatch(i -> usual.isApart(running, i)));
    Shape chain = new Shape("chain", i -> List.of("chain" + i, "chain" + (i + 1)));
    build(chain, 2 * size - 2);
    int half = size / 2;
    turn(chain, half, List.of("chain" + half), size - half - 1);
    Shape dense = new Shape("dense", this::many);
    build(dense, ADDRESSES * size);
    turn(dense, half, List.of(), 1);
  }

  private List<String> many(int account) {
    int groups = size / BEARERS + 1;
    return IntStream.range(0, ADDRESSES)
        .mapToObj(
            each ->
                "dense%d.%d"
                    .formatted(
                        each, (account * (each + 1L) + (account / groups) * (long) each) % groups))
        .toList();
  }

  private void build(Shape shape, int ties) throws IOException {
    var written = running.wire().people();
    var before = running.effort();
    running.wire().send(IntStream.range(0, size).mapToObj(i -> shape.profile(i, 1)).toList());
    await(() -> IntStream.range(0, size).allMatch(i -> isOne(shape, i)));
    say(
        "%s of %,d accounts: made in one go, ties %s",
        shape.name, size, running.effort().each(before, Instant.now(), ties));
    say("  %s; heap %,d MB", running.wire().people().since(written), running.step().heap());
  }

  /**
   * Removes addresses of one account, so that {@code moving} accounts leave the component, and adds
   * them again; prints the delays of five rounds.
   */
  private void turn(Shape shape, int account, List<String> less, int moving) {
    long[] apart = new long[ROUNDS];
    long[] together = new long[ROUNDS];
    int first = moving == 1 ? account : account + 1;
    int last = moving == 1 ? account : size - 1;
    for (int round = 0; round < ROUNDS; round++) {
      var profile = shape.profile(account, 2 * round + 2);
      apart[round] =
          timed(
              Profile.newBuilder(profile).setEmails(addresses(less)).build(),
              () -> IntStream.rangeClosed(first, last).noneMatch(i -> isOne(shape, i)));
      together[round] =
          timed(
              shape.profile(account, 2 * round + 3),
              () -> IntStream.rangeClosed(first, last).allMatch(i -> isOne(shape, i)));
    }
    Arrays.sort(apart);
    Arrays.sort(together);
    say(
        "  %,d accounts leave it: seen after %,d ms (at most %,d); come back: %,d ms (%,d)",
        moving, apart[ROUNDS / 2], apart[ROUNDS - 1], together[ROUNDS / 2], together[ROUNDS - 1]);
  }

  private long timed(Profile profile, BooleanSupplier done) {
    Instant start = Instant.now();
    running.wire().send(List.of(profile));
    await(done);
    return Duration.between(start, Instant.now()).toMillis();
  }

  private void await(BooleanSupplier done) {
    running.memberships().await(done);
  }

  /** Returns whether an account belongs to the same person as account 0. */
  private boolean isOne(Shape shape, int account) {
    String person = running.memberships().of(shape.account(account));
    return !person.isEmpty() && person.equals(running.memberships().of(shape.account(0)));
  }

  private static List<String> addresses(List<String> local) {
    return local.stream().map(each -> each + "@example.org").toList();
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }

  /** Returns the addresses of an account, without their domain. */
  private interface Addresses {
    List<String> of(int account);
  }

  private record Shape(String name, Addresses addresses) {
    /** Returns whether an account is not joined with the first account of its pair. */
    boolean isApart(BenchmarkProcesses running, int number) {
      String person = running.memberships().of(account(number));
      return person.isEmpty()
          || !person.equals(running.memberships().of(account(number - number % 2)));
    }

    String account(int number) {
      return "contacts:" + name + number;
    }

    Profile profile(int number, int revision) {
      return Profile.newBuilder()
          .setAccount(account(number))
          .setRevision(revision)
          .setNetwork("contacts")
          .setSource("made-up")
          .setSeen(Instant.ofEpochSecond(number + 1L))
          .setEmails(LargeComponentMeasurement.addresses(addresses.of(number)))
          .build();
    }
  }
}
