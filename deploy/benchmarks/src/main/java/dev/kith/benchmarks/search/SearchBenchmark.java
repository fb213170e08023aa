package dev.kith.benchmarks.search;

import dev.kith.benchmarks.ElasticsearchHttpClient;
import dev.kith.embedded.Part;
import dev.kith.embedded.Stack;
import dev.kith.embedded.server.Distributions;
import dev.kith.schemas.Indices;
import dev.kith.schemas.TrustedRecordClasses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Fills a real Elasticsearch with a synthetic world, starts the query-api, and prints the latencies
 * for one caller and for eight.
 */
public final class SearchBenchmark {
  private static final Indices INDICES = new Indices("kith-");
  private static final Pattern NOTHING = Pattern.compile("\"(people|relationships|paths)\":\\[]");
  private static final int SAMPLE = 40;
  private static final List<Integer> CALLERS = List.of(1, 8);

  private final SearchBenchmarkOptions settings;
  private final SyntheticWorld world;
  private final FillProgressFile ledger;

  private SearchBenchmark(SearchBenchmarkOptions settings) throws Exception {
    this.settings = settings;
    this.ledger = FillProgressFile.in(settings.data());
    this.world =
        ledger.world(settings.world((int) LocalDate.now(java.time.ZoneOffset.UTC).toEpochDay()));
  }

  /** Arguments: see README.md. */
  public static void main(String[] arguments) throws Exception {
    TrustedRecordClasses.register();
    new SearchBenchmark(SearchBenchmarkOptions.of(arguments)).run();
  }

  private void run() throws Exception {
    System.out.println(world);
    try (Stack stack = Stack.in(settings.data(), Distributions.find(), settings.sizes())) {
      Part elasticsearch = stack.elasticsearch();
      elasticsearch.start();
      var elastic = new ElasticsearchHttpClient(elasticsearch.port());
      if (!new IndexFiller(elastic, ledger, settings.fillSeconds())
          .fill(IndexContents.of(world, INDICES))) {
        System.out.println("not all is there yet: call again to go on");
        if (!settings.asks()) {
          return;
        }
      }
      sizes(elastic);
      try (var api =
          new Part(new QueryApiProgram(settings.data(), elasticsearch.port()), settings.data())) {
        api.start();
        ask(
            new LoadGenerator(new QueryGenerator(world), api.port()),
            new ProcessorUsage(List.of(elasticsearch, api)));
      }
    }
  }

  private static void sizes(ElasticsearchHttpClient elastic) throws Exception {
    elastic
        .send("GET", "/_stats/docs,store,segments", "")
        .path("indices")
        .properties()
        .forEach(
            index ->
                System.out.printf(
                    Locale.ROOT,
                    "%s: %,d documents, %,d MB, %d segments%n",
                    index.getKey(),
                    index.getValue().at("/total/docs/count").asLong(),
                    index.getValue().at("/total/store/size_in_bytes").asLong() >> 20,
                    index.getValue().at("/total/segments/count").asLong()));
  }

  private void ask(LoadGenerator callers, ProcessorUsage processors) throws InterruptedException {
    warmUp(callers);
    for (BenchmarkQuery question : settings.questions()) {
      callers.ask(question, CALLERS.getLast(), settings.seconds() / 2);
      System.out.printf("%s%n", sample(callers, question));
      for (int count : CALLERS) {
        List<Duration> before = processors.used();
        List<Double> taken = callers.ask(question, count, settings.seconds());
        System.out.println(summary(count, taken, before, processors.used()));
      }
    }
  }

  /**
   * Sends all kinds of query in turn, so that the first measurement does not include JIT
   * compilation.
   */
  private void warmUp(LoadGenerator callers) throws InterruptedException {
    long end = System.nanoTime() + settings.warmUpSeconds() * 1_000_000_000L;
    while (System.nanoTime() < end) {
      for (BenchmarkQuery question : settings.questions()) {
        callers.ask(question, CALLERS.getLast(), 1);
      }
    }
  }

  /** Returns the share of 40 queries that find something: empty results are faster. */
  private String sample(LoadGenerator callers, BenchmarkQuery question) {
    var questions = new QueryGenerator(world);
    int found = 0;
    for (int n = 0; n < SAMPLE; n++) {
      String answer = callers.answer(questions.path(question, -1 - n));
      found += NOTHING.matcher(answer).find() ? 0 : 1;
    }
    return "%s: %d %% find something".formatted(question, 100 * found / SAMPLE);
  }

  private String summary(
      int callers, List<Double> taken, List<Duration> before, List<Duration> after) {
    return String.format(
        Locale.ROOT,
        "  %d callers: p50 %.0f, p95 %.0f, p99 %.0f, max %.0f ms; %.0f/s; processors %.1f ms Elasticsearch, %.1f ms API, %.1f ms callers",
        callers,
        at(taken, 0.50),
        at(taken, 0.95),
        at(taken, 0.99),
        taken.getLast(),
        (double) taken.size() / settings.seconds(),
        each(before.get(0), after.get(0), taken.size()),
        each(before.get(1), after.get(1), taken.size()),
        each(before.get(2), after.get(2), taken.size()));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }

  private static double each(Duration before, Duration after, int count) {
    return after.minus(before).toNanos() / 1e6 / count;
  }
}
