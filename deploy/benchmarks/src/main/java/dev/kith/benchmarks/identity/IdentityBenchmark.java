package dev.kith.benchmarks.identity;

import dev.kith.embedded.Distributions;
import dev.kith.embedded.Part;
import dev.kith.embedded.Stack;
import dev.kith.embedded.Trees;
import dev.kith.schemas.OwnRecords;
import java.time.Instant;

/**
 * Starts a real broker and the identity step beside it, sends made-up profiles, and says how fast
 * everybody is found out, what it takes, and how soon it shows.
 */
public final class IdentityBenchmark {
  private final Settings settings;

  private IdentityBenchmark(Settings settings) {
    this.settings = settings;
  }

  /** Arguments: see README.md. */
  public static void main(String[] arguments) throws Exception {
    OwnRecords.trust();
    new IdentityBenchmark(Settings.of(arguments)).run();
  }

  private void run() throws Exception {
    Trees.delete(settings.data());
    try (Stack stack = Stack.in(settings.data(), Distributions.find(), settings.sizesOfParts())) {
      stack.broker().start();
      stack.registry().start();
      var program = new StepProgram(settings, stack);
      try (var wire = Wire.to(stack);
          var part = new Part(program, settings.data())) {
        part.start();
        measure(
            new Running(
                new Step(part, program.state()), stack.broker(), wire, new Memberships(wire)));
      }
    }
  }

  private void measure(Running running) throws Exception {
    if (settings.measures("growth")) {
      grow(running);
    }
    if (settings.measures("delay")) {
      for (int rate : settings.rates()) {
        new Delay(running).at(rate, settings.merges());
      }
    }
    if (settings.measures("component")) {
      new WorstCase(running, settings.component()).measure();
    }
  }

  private void grow(Running running) throws Exception {
    var end = Instant.now().plusSeconds(settings.seconds());
    var growth = new Growth(running, new Town(settings.seed()), end);
    for (int size : settings.sizes()) {
      if (!growth.to(size)) {
        System.out.println("no more time");
        return;
      }
    }
  }
}
