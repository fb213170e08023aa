package dev.kith.benchmarks.identity;

import dev.kith.embedded.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What something took.
 *
 * @param at the moment
 * @param step processor time of the identity step until then
 * @param broker processor time of the broker until then
 */
record Measurement(Instant at, Duration step, Duration broker) {

  static Measurement soFar(Part step, Part broker) {
    return new Measurement(Instant.now(), used(step), used(broker));
  }

  private static Duration used(Part part) {
    return ProcessHandle.of(part.pid().orElseThrow())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** For each of so many, since an earlier moment. */
  String each(Measurement before, Instant end, long count) {
    double millis = Duration.between(before.at, end).toMillis();
    double own = step.minus(before.step).toNanos() / 1e6 / count;
    double brokers = broker.minus(before.broker).toNanos() / 1e6 / count;
    return String.format(
        Locale.ROOT,
        "%,.0f/s; %.3f ms of processor time each (identity %.3f, broker %.3f)",
        count * 1000 / millis,
        own + brokers,
        own,
        brokers);
  }
}
