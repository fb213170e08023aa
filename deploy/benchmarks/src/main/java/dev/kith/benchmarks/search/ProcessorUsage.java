package dev.kith.benchmarks.search;

import dev.kith.embedded.Part;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How long the processors have worked for some parts, and for whoever asks them. */
record ProcessorUsage(List<Part> parts) {

  /** That of each part, in their order, and at the end our own. */
  List<Duration> used() {
    Stream<ProcessHandle> processes =
        parts.stream().flatMap(part -> ProcessHandle.of(part.pid().orElseThrow()).stream());
    return Stream.concat(processes, Stream.of(ProcessHandle.current()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .toList();
  }
}
