package dev.kith.identity.topology;

import dev.kith.identity.clustering.IncrementalClustering;
import dev.kith.identity.clustering.MatchingEngine;
import dev.kith.identity.clustering.NodeRecord;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.matching.ProfileCache;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.topology.AccountEvent.EvidenceChanged;
import dev.kith.identity.topology.AccountEvent.ProfileChanged;
import dev.kith.identity.topology.AccountEvent.ToClustering;
import dev.kith.schemas.PersonId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Connects the matching engine with its stores, and forwards the changes it finds. */
final class ClusteringProcessor implements Processor<String, ToClustering, String, ClusterEvent> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** So many pairs are compared again per pause while records arrive. */
  private static final int COMPARED_WHILE_BUSY = 100;

  /**
   * As many as there is time for are compared again when no record has arrived for so many
   * milliseconds.
   */
  private static final int REST_MILLIS = 1_000;

  private static final Duration COMPARING_AT_REST = PAUSE.dividedBy(2);

  /** Clustering large components takes at most one part in so many of the time. */
  private static final int PAUSE_FACTOR = 5;

  private final IdentityStores stores;
  private final GrowthMetrics metrics;
  private final int max;
  private ProcessorContext<String, ClusterEvent> context;
  private @Nullable MatchingEngine engine;
  private long lastRecord;
  private long timestamp;
  private long nextClustering;

  /**
   * Has no state yet.
   *
   * @param max nodes of a component that is clustered at once
   */
  ClusteringProcessor(IdentityStores stores, GrowthMetrics metrics, int max) {
    this.stores = stores;
    this.metrics = metrics;
    this.max = max;
  }

  @Override
  public void init(ProcessorContext<String, ClusterEvent> started) {
    context = started;
    engine = null; // its memory is of a former start
    timestamp = started.currentSystemTimeMs();
    started.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::recompare);
  }

  @Override
  public void process(Record<String, ToClustering> record) {
    lastRecord = context.currentSystemTimeMs();
    timestamp = record.timestamp();
    switch (record.value()) {
      case ProfileChanged(String account, ProfileSummary summary) ->
          engine().apply(account, summary);
      case EvidenceChanged(EvidenceUpdate update) -> engine().apply(update);
    }
  }

  /**
   * Clusters pending components and compares stale pairs, with less effort while records arrive.
   */
  private void recompare(long now) {
    if (now >= nextClustering && !engine().isClustered()) {
      long start = System.nanoTime(); // the context's clock stands still meanwhile
      engine().clusterPending();
      nextClustering =
          now + PAUSE_FACTOR * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      context.commit();
    }
    metrics.compared(engine().pairs(), recompare(now - lastRecord >= REST_MILLIS));
  }

  /**
   * Compares few stale pairs while records arrive, and more at rest.
   *
   * @return how many pairs are left to be passed
   */
  private int recompare(boolean atRest) {
    long start = System.nanoTime();
    int waiting = engine().recompare(COMPARED_WHILE_BUSY);
    while (atRest && waiting > 0 && System.nanoTime() - start < COMPARING_AT_REST.toNanos()) {
      waiting = engine().recompare(COMPARED_WHILE_BUSY);
    }
    return waiting;
  }

  /** Created when first needed: by then the stores are restored. */
  private MatchingEngine engine() {
    if (engine == null) {
      engine =
          new MatchingEngine(
              new PersistentProfiles(stores.profiles().of(context)),
              PersistentNodes.of(stores.nodes().of(context), stores.pendingNodes().of(context)),
              new Forwarder(),
              max);
    }
    return engine;
  }

  private record PersistentProfiles(KeyValueStore<String, ProfileSummary> summaries)
      implements ProfileCache.ProfileStore {
    @Override
    public @Nullable ProfileSummary get(String account) {
      return summaries.get(account);
    }

    @Override
    public void put(String account, @Nullable ProfileSummary summary) {
      summaries.put(account, summary);
    }

    @Override
    public void forEach(BiConsumer<String, ProfileSummary> each) {
      try (var all = summaries.all()) {
        all.forEachRemaining(kept -> each.accept(kept.key, kept.value));
      }
    }
  }

  private record PersistentNodes(
      KeyValueStore<String, NodeRecord> all,
      CachedStore<NodeRecord> nodes,
      KeyValueStore<String, Boolean> pending)
      implements IncrementalClustering.NodeStore {
    static PersistentNodes of(
        KeyValueStore<String, NodeRecord> all, KeyValueStore<String, Boolean> pending) {
      return new PersistentNodes(all, new CachedStore<>(all), pending);
    }

    @Override
    public void mark(String node, boolean isUnsettled) {
      pending.put(node, isUnsettled ? true : null);
    }

    @Override
    public void forEachMarked(Consumer<String> node) {
      try (var kept = pending.all()) {
        kept.forEachRemaining(each -> node.accept(each.key));
      }
    }

    @Override
    public void forEach(Consumer<String> node) {
      try (var kept = all.all()) {
        kept.forEachRemaining(each -> node.accept(each.key));
      }
    }

    @Override
    public @Nullable NodeRecord get(String node) {
      return nodes.get(node);
    }

    @Override
    public void put(String node, @Nullable NodeRecord record) {
      nodes.put(node, record);
    }
  }

  private final class Forwarder implements IncrementalClustering.Listener {
    @Override
    public void assigned(String account, String seed) {
      metrics.moved();
      forward(account, new ClusterEvent.Assigned(account, seed));
    }

    @Override
    public void explained(String seed, Findings findings) {
      String person = PersonId.ofSeed(seed);
      forward(person, new ClusterEvent.Explained(person, findings));
    }

    @Override
    public void largest(int accounts) {
      metrics.largest(accounts);
    }

    /** Events have the timestamp of the record that caused them. */
    private void forward(String key, ClusterEvent event) {
      context.forward(new Record<>(key, event, timestamp));
    }
  }
}
