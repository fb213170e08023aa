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
 * Metrics that grow when accounts are joined that should not be: a chain of wrong links shows as a
 * large component, a shared mailbox as an identifier of many accounts, and both as accounts that
 * change their person. Safe for use by several threads.
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

  /** The largest component has so many accounts now. */
  void largest(int accounts) {
    component.set(accounts);
  }

  /** A counter of the accounts that claim each identifier, for one task. */
  LargestSize identifiers() {
    var counted = new LargestSize();
    identifiers.add(counted);
    return counted;
  }

  /** Removes the counter of a task. */
  void forget(LargestSize counted) {
    identifiers.remove(counted);
  }

  private long identifier() {
    return identifiers.stream().mapToInt(LargestSize::largest).max().orElse(0);
  }

  /** Counts an account that has changed its person. */
  void moved() {
    moves.increment();
  }

  /** Sets the number of pairs, and the number of those that are to be passed again. */
  void compared(int all, int again) {
    pairs.set(all);
    waiting.set(again);
  }

  /** The figures for the health endpoint. */
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
