package dev.kith.benchmarks;

import dev.kith.e2e.Command;
import dev.kith.e2e.Homes;
import dev.kith.e2e.MadeUpPast;
import dev.kith.e2e.RunningKith;
import java.nio.file.Path;

/**
 * Reads a made-up past from the beginning, then lets activities trickle in, and says how long all
 * that takes.
 */
public final class EndToEnd {

  private static final int PEOPLE = 2_000;
  private static final int SECONDS_EACH = 30;

  private EndToEnd() {}

  /** Arguments: how many commits and how many mails there shall be. */
  public static void main(String[] arguments) throws Exception {
    int commits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int mails = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    MadeUpPast past =
        MadeUpPast.in(Path.of("target", "made-up").toAbsolutePath(), 1, PEOPLE, commits, mails);
    Path home = Homes.empty("e2e");
    long started = System.nanoTime();
    try (RunningKith kith =
        RunningKith.up(
            home, "--git", past.repository().toString(), "--mbox", past.mailbox().toString())) {
      System.out.printf("ready after %.1f s%n", seconds(started));
      throughput(kith, commits + mails);
      System.out.println(Command.run("status", "--home", home.toString()).text());
      for (int rate : new int[] {200, 500}) {
        System.out.printf(
            "%d activities/s: %s%n", rate, new Trickle(kith, rate, SECONDS_EACH).measure());
      }
    }
  }

  private static void throughput(RunningKith kith, int activities) throws Exception {
    long started = System.nanoTime();
    kith.awaitRead();
    double whole = activities / seconds(started);
    System.out.printf(
        "read, resolved, scored and searchable: %d activities, %.0f/s%n", activities, whole);
    double bulk = new BulkAlone(kith.port("elasticsearch")).rate();
    System.out.printf("the same documents by bulk alone: %.0f/s; ratio %.2f%n", bulk, whole / bulk);
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
