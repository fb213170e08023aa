package dev.kith.benchmarks.search;

import dev.kith.embedded.Part;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The processor time of some parts and of the benchmark itself. */
record ProcessorUsage(List<Part> parts) {

  /** Returns the processor time of each part in their order, and of this process last. */
  List<Duration> used() {
    Stream<ProcessHandle> processes =
        parts.stream().flatMap(part -> ProcessHandle.of(part.pid().orElseThrow()).stream());
    return Stream.concat(processes, Stream.of(ProcessHandle.current()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .toList();
  }
}
