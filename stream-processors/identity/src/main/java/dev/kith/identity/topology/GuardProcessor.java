package dev.kith.identity.topology;

import dev.kith.flow.Store;
import dev.kith.identity.clustering.LargestSize;
import dev.kith.identity.guard.Claim;
import dev.kith.identity.guard.Claimant;
import dev.kith.identity.guard.IdentifierGuard;
import dev.kith.identity.guard.IdentifierGuard.Standing;
import dev.kith.identity.topology.AccountEvent.Ties;
import dev.kith.identity.topology.AccountEvent.ToLedger;
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

/** Keeps the claims on identifiers in stores, one row per claim, and lets the guard think. */
final class GuardProcessor implements Processor<String, Claim, String, ToLedger> {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Store<String, Claimant> claims;
  private final Store<String, Standing> standings;
  private final GrowthMetrics alarms;
  private ProcessorContext<String, ToLedger> context;
  private Optional<IdentifierGuard> guard = Optional.empty();
  private Optional<LargestSize> sizes = Optional.empty();

  GuardProcessor(
      Store<String, Claimant> claims, Store<String, Standing> standings, GrowthMetrics alarms) {
    this.alarms = alarms;
    this.claims = claims;
    this.standings = standings;
  }

  @Override
  public void init(ProcessorContext<String, ToLedger> started) {
    close();
    context = started;
    started.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> guard());
  }

  @Override
  public void process(Record<String, Claim> news) {
    guard()
        .after(news.key(), news.value())
        .forEach(edge -> context.forward(news.withKey(edge.from()).withValue(new Ties(edge))));
  }

  /** Made when first needed, or soon: by then the stores are complete. */
  private IdentifierGuard guard() {
    if (guard.isEmpty()) {
      var kept = standings.of(context);
      var counted = alarms.identifiers();
      try (var all = kept.all()) {
        all.forEachRemaining(each -> counted.change(0, each.value.claims()));
      }
      sizes = Optional.of(counted);
      guard =
          Optional.of(
              new IdentifierGuard(new Kept(claims.of(context), new CachedStore<>(kept), counted)));
    }
    return guard.get();
  }

  @Override
  public void close() {
    sizes.ifPresent(alarms::forget);
    sizes = Optional.empty();
    guard = Optional.empty();
  }

  private record Kept(
      KeyValueStore<String, Claimant> claimants, CachedStore<Standing> standings, LargestSize sizes)
      implements IdentifierGuard.Claims {
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
    public Standing standing(String identifier) {
      Standing kept = standings.get(identifier);
      return kept == null ? Standing.NONE : kept;
    }

    @Override
    public void put(String identifier, Standing standing) {
      sizes.change(standing(identifier).claims(), standing.claims());
      standings.put(identifier, standing.claims() == 0 ? null : standing);
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
