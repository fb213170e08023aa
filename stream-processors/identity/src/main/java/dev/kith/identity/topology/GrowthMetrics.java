package dev.kith.identity.topology;

import dev.kith.identity.clustering.LargestSize;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures that grow when something joins what should not be joined: a snowball shows as a large
 * component, a shared mailbox as an identifier of many accounts, and both as accounts that move.
 * Safe for use by several threads.
 */
public final class GrowthMetrics {
  private final AtomicLong component = new AtomicLong();
  private final Set<LargestSize> identifiers = ConcurrentHashMap.newKeySet();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong pairs = new AtomicLong();
  private final Counter moves;

  public GrowthMetrics(MeterRegistry meters) {
    Gauge.builder("kith.identity.component.largest", component, AtomicLong::get).register(meters);
    Gauge.builder("kith.identity.identifier.largest", this, GrowthMetrics::identifier)
        .register(meters);
    Gauge.builder("kith.identity.pairs.waiting", waiting, AtomicLong::get).register(meters);
    Gauge.builder("kith.identity.pairs", pairs, AtomicLong::get).register(meters);
    moves = meters.counter("kith.identity.moves");
  }

  /** So many accounts are together in the largest component now. */
  void largest(int accounts) {
    component.set(accounts);
  }

  /** How many accounts claim each identifier, as one task counts them from now on. */
  LargestSize identifiers() {
    var counted = new LargestSize();
    identifiers.add(counted);
    return counted;
  }

  /** A task does not count any more. */
  void forget(LargestSize counted) {
    identifiers.remove(counted);
  }

  private long identifier() {
    return identifiers.stream().mapToInt(LargestSize::largest).max().orElse(0);
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

  /** For whoever asks how it is: the largest as of now, and how many moves since the start. */
  public Map<String, Long> figures() {
    return new TreeMap<>(
        Map.of(
            "largestComponent", component.get(),
            "largestIdentifier", identifier(),
            "pairs", pairs.get(),
            "pairsWaiting", waiting.get(),
            "moves", (long) moves.count()));
  }
}
