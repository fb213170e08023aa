package dev.kith.benchmarks.identity;

import dev.kith.embedded.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The processor time that the identity step and the broker have used up to a moment.
 *
 * @param at the moment
 * @param step processor time of the identity step since its start
 * @param broker processor time of the broker since its start
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

  /** Formats the rate per second and the processor time per item since {@code before}. */
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
