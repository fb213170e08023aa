package dev.kith.identity;

import dev.kith.flow.Store;
import dev.kith.identity.Guard.Standing;
import dev.kith.identity.Signal.Ties;
import dev.kith.identity.Signal.ToLedger;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the claims on identifiers in stores, one row per claim, and lets the guard think. */
final class GuardProcessor implements Processor<String, Claim, String, ToLedger> {
  private final Store<String, Claimant> claims;
  private final Store<String, Standing> standings;
  private final Alarms alarms;
  private ProcessorContext<String, ToLedger> context;
  private Guard guard;

  GuardProcessor(Store<String, Claimant> claims, Store<String, Standing> standings, Alarms alarms) {
    this.alarms = alarms;
    this.claims = claims;
    this.standings = standings;
  }

  @Override
  public void init(ProcessorContext<String, ToLedger> started) {
    context = started;
    guard = new Guard(new Kept(claims.of(started), new Recent<>(standings.of(started)), alarms));
  }

  @Override
  public void process(Record<String, Claim> news) {
    guard
        .after(news.key(), news.value())
        .forEach(edge -> context.forward(news.withKey(edge.from()).withValue(new Ties(edge))));
  }

  private record Kept(
      KeyValueStore<String, Claimant> claimants, Recent<Standing> standings, Alarms alarms)
      implements Guard.Claims {
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
      alarms.claimed(standing.claims());
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
