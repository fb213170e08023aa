package dev.kith.identity.topology;

import dev.kith.flow.Store;
import dev.kith.identity.clustering.LargestSize;
import dev.kith.identity.identifier.Claim;
import dev.kith.identity.identifier.Claimant;
import dev.kith.identity.identifier.IdentifierFilter;
import dev.kith.identity.identifier.IdentifierFilter.IdentifierState;
import dev.kith.identity.topology.AccountEvent.EvidenceChanged;
import dev.kith.identity.topology.AccountEvent.ToClustering;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Connects the filter with its stores: one row per claim. */
final class IdentifierProcessor implements Processor<String, Claim, String, ToClustering> {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Store<String, Claimant> claims;
  private final Store<String, IdentifierState> identifierStates;
  private final GrowthMetrics metrics;
  private ProcessorContext<String, ToClustering> context;
  private Optional<IdentifierFilter> filter = Optional.empty();
  private Optional<LargestSize> sizes = Optional.empty();

  IdentifierProcessor(
      Store<String, Claimant> claims,
      Store<String, IdentifierState> identifierStates,
      GrowthMetrics metrics) {
    this.metrics = metrics;
    this.claims = claims;
    this.identifierStates = identifierStates;
  }

  @Override
  public void init(ProcessorContext<String, ToClustering> started) {
    close();
    context = started;
    started.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> filter());
  }

  @Override
  public void process(Record<String, Claim> record) {
    filter()
        .after(record.key(), record.value())
        .forEach(
            update ->
                context.forward(
                    record.withKey(update.from()).withValue(new EvidenceChanged(update))));
  }

  /** Created when first needed, or soon: by then the stores are restored. */
  private IdentifierFilter filter() {
    if (filter.isEmpty()) {
      var kept = identifierStates.of(context);
      var counted = metrics.identifiers();
      try (var all = kept.all()) {
        all.forEachRemaining(each -> counted.change(0, each.value.claims()));
      }
      sizes = Optional.of(counted);
      filter =
          Optional.of(
              new IdentifierFilter(
                  new PersistentClaims(claims.of(context), new CachedStore<>(kept), counted)));
    }
    return filter.get();
  }

  @Override
  public void close() {
    sizes.ifPresent(metrics::forget);
    sizes = Optional.empty();
    filter = Optional.empty();
  }

  private record PersistentClaims(
      KeyValueStore<String, Claimant> claimants,
      CachedStore<IdentifierState> identifierStates,
      LargestSize sizes)
      implements IdentifierFilter.ClaimStore {
    private static final char SEPARATOR = '\0';

    @Override
    public @Nullable Claimant get(String identifier, String account) {
      return claimants.get(identifier + SEPARATOR + account);
    }

    @Override
    public void put(String identifier, Claim claim) {
      claimants.put(identifier + SEPARATOR + claim.account(), claim.claimant());
    }

    @Override
    public IdentifierState state(String identifier) {
      IdentifierState kept = identifierStates.get(identifier);
      return kept == null ? IdentifierState.NONE : kept;
    }

    @Override
    public void put(String identifier, IdentifierState standing) {
      sizes.change(state(identifier).claims(), standing.claims());
      identifierStates.put(identifier, standing.claims() == 0 ? null : standing);
    }

    @Override
    public SortedMap<String, Claimant> all(String identifier) {
      String prefix = identifier + SEPARATOR;
      var found = new TreeMap<String, Claimant>();
      try (var kept = claimants.prefixScan(prefix, new StringSerializer())) {
        kept.forEachRemaining(each -> found.put(each.key.substring(prefix.length()), each.value));
      }
      return found;
    }
  }
}
