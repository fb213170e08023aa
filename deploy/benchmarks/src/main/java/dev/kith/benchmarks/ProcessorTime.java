package dev.kith.benchmarks;

import dev.kith.e2e.RunningKith;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processor time per part. Unlike elapsed time, it is about the same on a computer that is busy
 * with other work.
 *
 * @param parts processor time by name of the part
 */
record ProcessorTime(Map<String, Duration> parts) {

  static ProcessorTime soFar(RunningKith kith) throws IOException {
    Map<String, Duration> parts = new LinkedHashMap<>();
    for (String part : List.of("broker", "registry", "elasticsearch", "services")) {
      parts.put(part, kith.processorTime(part));
    }
    return new ProcessorTime(parts);
  }

  ProcessorTime since(ProcessorTime before) {
    Map<String, Duration> more = new LinkedHashMap<>();
    parts.forEach(
        (part, time) -> more.put(part, time.minus(before.parts.getOrDefault(part, Duration.ZERO))));
    return new ProcessorTime(more);
  }

  /** Returns the microseconds of processor time per item, summed over all parts. */
  double each(long count) {
    return parts.values().stream().mapToLong(Duration::toNanos).sum() / 1e3 / count;
  }

  String text(long count) {
    String each =
        parts.entrySet().stream()
            .map(
                part ->
                    String.format(
                        Locale.ROOT,
                        "%s %d",
                        part.getKey(),
                        part.getValue().toNanos() / 1000 / count))
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%.0f µs of processor time for each (%s)", each(count), each);
  }
}
