package dev.kith.strength.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.strength.StrengthFormula;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Holds the standard formula against what happened next, on real ties, where they are at hand. */
class PredictionTest {
  private static final long DAY = 86_400;
  private static final Path TIES =
      Path.of(System.getProperty("kith.shared", "../../../shared")).resolve("data/ties");

  /** What was reached when the parameters were chosen, less a little for the order of equals. */
  private enum Known {
    MAIL("enron-156.csv.gz", 30, .687, .8155),
    COMMITS("git-dpdk.csv.gz", 90, .494, .7888),
    REVIEWS("ietf-dev-github.csv.gz", 90, .577, .8051);

    private final String file;
    private final int horizonDays;
    private final double precision;
    private final double ndcg;

    Known(String file, int horizonDays, double precision, double ndcg) {
      this.file = file;
      this.horizonDays = horizonDays;
      this.precision = precision;
      this.ndcg = ndcg;
    }
  }

  @Test
  void whoIsCloseMeetsAgain() throws IOException {
    if (!Files.isDirectory(TIES)) {
      System.err.println("SKIPPED: PredictionTest, because there are no ties at " + TIES);
    }
    Assumptions.assumeTrue(Files.isDirectory(TIES));

    for (Known known : Known.values()) {
      List<InteractionLine> ties = read(TIES.resolve(known.file));
      var forecasts =
          List.of(50, 60, 70, 80, 90).stream()
              .map(percent -> forecast(ties, percent, known.horizonDays))
              .toList();

      assertThat(mean(forecasts, Forecast::averagePrecision)).isGreaterThan(known.precision);
      assertThat(mean(forecasts, Forecast::ndcg)).isGreaterThan(known.ndcg);
    }
  }

  private static double mean(List<Forecast> forecasts, ToDoubleFunction<Forecast> measure) {
    return forecasts.stream().mapToDouble(measure).average().orElseThrow();
  }

  private static Forecast forecast(List<InteractionLine> all, int percent, int horizonDays) {
    long now = all.get((int) (all.size() * (percent / 100.0))).at();
    long end = horizon(now, horizonDays * DAY, all.getLast().at());
    var ties = new InteractionTotals(StrengthFormula.standard(), now);
    Set<AccountPair> again = new HashSet<>();
    for (InteractionLine tie : all) {
      ties.add(tie);
      if (tie.at() > now && tie.at() <= end) {
        again.add(AccountPair.of(tie.from(), tie.to()));
      }
    }
    return new Forecast(ties.scored(), again);
  }

  /** Where the data ends well before the horizon, it is the horizon. */
  private static long horizon(long now, long length, long last) {
    return now + length > last + 3 * DAY ? last : now + length;
  }

  private static List<InteractionLine> read(Path file) throws IOException {
    List<InteractionLine> ties = new ArrayList<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      new InteractionReader(file.toString(), lines)
          .forEach(
              tie -> {
                if (!tie.from().equals(tie.to())) {
                  ties.add(tie);
                }
              });
    }
    ties.sort(Comparator.comparingLong(InteractionLine::at));
    return ties;
  }
}
