package dev.kith.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures that grow when something joins what should not be joined: a snowball shows as a large
 * component, a shared mailbox as an identifier of many accounts, and both as accounts that move.
 * Safe for use by several threads.
 */
final class Alarms {
  private final AtomicLong component = new AtomicLong();
  private final AtomicLong identifier = new AtomicLong();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong pairs = new AtomicLong();
  private final Counter moves;

  Alarms(MeterRegistry meters) {
    Gauge.builder("kith.identity.component.largest", component, AtomicLong::get).register(meters);
    Gauge.builder("kith.identity.identifier.largest", identifier, AtomicLong::get).register(meters);
    Gauge.builder("kith.identity.pairs.waiting", waiting, AtomicLong::get).register(meters);
    Gauge.builder("kith.identity.pairs", pairs, AtomicLong::get).register(meters);
    moves = meters.counter("kith.identity.moves");
  }

  /** So many accounts were clustered together. */
  void clustered(int accounts) {
    component.accumulateAndGet(accounts, Math::max);
  }

  /** So many accounts claim one identifier. */
  void claimed(int accounts) {
    identifier.accumulateAndGet(accounts, Math::max);
  }

  /** An account went to another person. */
  void moved() {
    moves.increment();
  }

  /** So many pairs of accounts are compared, and so many of them are to be passed again. */
  void compared(int all, int again) {
    pairs.set(all);
    waiting.set(again);
  }

  /** For whoever asks how it is: the largest since the start, and how many moves. */
  Map<String, Long> figures() {
    return new TreeMap<>(
        Map.of(
            "largestComponent", component.get(),
            "largestIdentifier", identifier.get(),
            "pairs", pairs.get(),
            "pairsWaiting", waiting.get(),
            "moves", (long) moves.count()));
  }
}
