package dev.kith.benchmarks.identity;

import dev.kith.embedded.Part;
import dev.kith.embedded.Stack;
import dev.kith.embedded.process.FileTrees;
import dev.kith.embedded.server.Distributions;
import dev.kith.schemas.TrustedRecordClasses;
import java.time.Instant;

/**
 * Starts a real broker and the identity step, sends synthetic profiles, and prints the throughput,
 * the resource use and the delay until a merge is visible.
 */
public final class IdentityBenchmark {
  private final IdentityBenchmarkOptions settings;

  private IdentityBenchmark(IdentityBenchmarkOptions settings) {
    this.settings = settings;
  }

  /** Arguments: see README.md. */
  public static void main(String[] arguments) throws Exception {
    TrustedRecordClasses.register();
    new IdentityBenchmark(IdentityBenchmarkOptions.of(arguments)).run();
  }

  private void run() throws Exception {
    FileTrees.delete(settings.data());
    try (Stack stack = Stack.in(settings.data(), Distributions.find(), settings.sizesOfParts())) {
      stack.broker().start();
      stack.registry().start();
      var program = new IdentityStepProgram(settings, stack);
      try (var wire = ProfileTopicClient.to(stack);
          var part = new Part(program, settings.data())) {
        part.start();
        measure(
            new BenchmarkProcesses(
                new IdentityStepProcess(part, program.state()),
                stack.broker(),
                wire,
                new MembershipTable(wire)));
      }
    }
  }

  private void measure(BenchmarkProcesses running) throws Exception {
    if (settings.measures("growth")) {
      grow(running);
    }
    if (settings.measures("delay")) {
      for (int rate : settings.rates()) {
        new MergeDelayMeasurement(running).at(rate, settings.merges());
      }
    }
    if (settings.measures("component")) {
      new LargeComponentMeasurement(running, settings.component()).measure();
    }
  }

  private void grow(BenchmarkProcesses running) throws Exception {
    var end = Instant.now().plusSeconds(settings.seconds());
    var growth = new GrowthMeasurement(running, new AccountGenerator(settings.seed()), end);
    for (int size : settings.sizes()) {
      if (!growth.to(size)) {
        System.out.println("no more time");
        return;
      }
    }
  }
}
