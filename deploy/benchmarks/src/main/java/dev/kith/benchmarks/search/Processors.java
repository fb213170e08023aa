package dev.kith.benchmarks.search;

import dev.kith.embedded.Part;
import java.time.Duration;
import java.util.List;

/** How long the processors have worked for some parts. */
record Processors(List<Part> parts) {

  List<Duration> used() {
    return parts.stream().map(Processors::used).toList();
  }

  private static Duration used(Part part) {
    return ProcessHandle.of(part.pid().orElseThrow())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }
}
