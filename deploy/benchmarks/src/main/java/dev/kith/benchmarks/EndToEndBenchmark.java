package dev.kith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.e2e.LauncherCommand;
import dev.kith.e2e.RunningKith;
import dev.kith.e2e.SyntheticCommunity;
import dev.kith.e2e.SyntheticHistory;
import dev.kith.e2e.TestHomes;
import java.nio.file.Path;

/**
 * Measures Kith from the sources to the search: reads the beginning of a synthetic history after a
 * cold start, the rest once all steps are warm, then sends activities at a steady rate. Prints
 * rates and delays.
 */
public final class EndToEndBenchmark {

  private static final int PEOPLE = 2_000;
  private static final int COLD = 10_000;
  private static final int SECONDS_EACH = 30;

  private EndToEndBenchmark() {}

  /**
   * Arguments: the number of commits and the number of mails that are read once all steps are warm.
   */
  public static void main(String[] arguments) throws Exception {
    int commits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int mails = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    GrowingInput past = past(commits, mails);
    Path home = TestHomes.empty("e2e");
    long started = System.nanoTime();
    try (RunningKith kith = up(home, past.past())) {
      System.out.printf("ready after %.1f s%n", seconds(started));
      double cold = cold(kith);
      double warm = warm(kith, past, commits + mails);
      bulkAlone(kith, cold, warm);
      System.out.println(LauncherCommand.run("status", "--home", home.toString()).text());
      trickle(kith);
    }
  }

  private static void trickle(RunningKith kith) throws Exception {
    int firstPerson = PEOPLE;
    for (int rate : new int[] {200, 500}) {
      SteadyRateProducer trickle = new SteadyRateProducer(kith, rate, SECONDS_EACH, firstPerson);
      System.out.printf("%d activities/s: %s%n", rate, trickle.measure());
      firstPerson += trickle.people();
    }
  }

  private static GrowingInput past(int commits, int mails) throws Exception {
    Path folder = Path.of("target", "made-up").toAbsolutePath();
    SyntheticHistory whole =
        SyntheticHistory.in(
            folder, 1, SyntheticCommunity.lifelike(PEOPLE), COLD / 2 + commits, COLD / 2 + mails);
    return GrowingInput.of(whole, COLD / 2, COLD / 2);
  }

  private static RunningKith up(Path home, SyntheticHistory past) throws Exception {
    return RunningKith.up(
        home, "--git", past.repository().toString(), "--mbox", past.mailbox().toString());
  }

  private static double cold(RunningKith kith) throws Exception {
    long started = System.nanoTime();
    ProcessorTime before = ProcessorTime.soFar(kith);
    kith.awaitRead();
    return told("cold", COLD, started, ProcessorTime.soFar(kith).since(before));
  }

  /**
   * Returns the activities per second, measured from when the first of the new ones has been read.
   */
  private static double warm(RunningKith kith, GrowingInput past, int activities) throws Exception {
    ProcessorTime before = ProcessorTime.soFar(kith);
    past.unfold();
    await(kith, COLD + 1, false);
    long started = System.nanoTime();
    await(kith, COLD + activities, true);
    return told("warm", activities, started, ProcessorTime.soFar(kith).since(before));
  }

  private static double told(String state, int activities, long started, ProcessorTime effort) {
    double rate = activities / seconds(started);
    System.out.printf(
        "%s: %d activities read, resolved, scored and searchable, %.0f/s; %s%n",
        state, activities, rate, effort.text(activities));
    return rate;
  }

  /** Polls only twice a second, because each request costs a little processor time. */
  private static void await(RunningKith kith, long read, boolean atRest) throws Exception {
    JsonNode progress = kith.progress();
    while (read(progress) < read || (atRest && !progress.path("atRest").asBoolean())) {
      Thread.sleep(500);
      progress = kith.progress();
    }
  }

  private static long read(JsonNode progress) {
    long read = 0;
    for (JsonNode source : progress.path("sources")) {
      read += source.path("read").asLong();
    }
    return read;
  }

  private static void bulkAlone(RunningKith kith, double cold, double warm) throws Exception {
    var alone = new BulkIndexingBaseline(kith.port("elasticsearch"));
    ProcessorTime before = ProcessorTime.soFar(kith);
    double bulk = alone.rate();
    System.out.printf(
        "the same documents by bulk alone: %.0f/s; %s; cold %.2f of its rate, warm %.2f%n",
        bulk,
        ProcessorTime.soFar(kith).since(before).text(alone.documents()),
        cold / bulk,
        warm / bulk);
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }
}
