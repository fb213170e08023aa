package dev.kith.identity.topology;

import dev.kith.identity.clustering.IncrementalClustering;
import dev.kith.identity.clustering.MatchingEngine;
import dev.kith.identity.clustering.NodeRecord;
import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.Findings;
import dev.kith.identity.matching.ProfileCache;
import dev.kith.identity.matching.ProfileSummary;
import dev.kith.identity.topology.AccountEvent.Appears;
import dev.kith.identity.topology.AccountEvent.Ties;
import dev.kith.identity.topology.AccountEvent.ToLedger;
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

/** Keeps looks and ledger in stores, lets the judge think, and forwards what it finds. */
final class ClusteringProcessor implements Processor<String, ToLedger, String, ClusterEvent> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** So many pairs are looked at again per pause while there is news. */
  private static final int FEW = 100;

  /** And as many as there is time for when there has been no news for so many milliseconds. */
  private static final int REST = 1_000;

  private static final Duration AT_REST = PAUSE.dividedBy(2);

  /** Large components take so small a part of its time. */
  private static final int PART = 5;

  private final IdentityStores stores;
  private final GrowthMetrics alarms;
  private final int most;
  private ProcessorContext<String, ClusterEvent> context;
  private @Nullable MatchingEngine judge;
  private long heard;
  private long moment;
  private long resting;

  /**
   * Knows nothing yet.
   *
   * @param most nodes of a component that is clustered at once
   */
  ClusteringProcessor(IdentityStores stores, GrowthMetrics alarms, int most) {
    this.stores = stores;
    this.alarms = alarms;
    this.most = most;
  }

  @Override
  public void init(ProcessorContext<String, ClusterEvent> started) {
    context = started;
    judge = null; // what it holds in memory was of another time, if there was one
    moment = started.currentSystemTimeMs();
    started.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::goOn);
  }

  @Override
  public void process(Record<String, ToLedger> news) {
    heard = context.currentSystemTimeMs();
    moment = news.timestamp();
    switch (news.value()) {
      case Appears(String account, ProfileSummary look) -> judge().apply(account, look);
      case Ties(EvidenceUpdate edge) -> judge().apply(edge);
    }
  }

  /** What names have become worth may wait while there is news. */
  private void goOn(long now) {
    if (now >= resting && !judge().isSettled()) {
      long start = System.nanoTime(); // the context's clock stands still meanwhile
      judge().settle();
      resting = now + PART * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      context.commit();
    }
    alarms.compared(judge().pairs(), lookAgain(now - heard >= REST));
  }

  /**
   * More while there is news would leave no time for it, and there would seem to be none.
   *
   * @return how many pairs are left to be passed
   */
  private int lookAgain(boolean atRest) {
    long start = System.nanoTime();
    int waiting = judge().goOn(FEW);
    while (atRest && waiting > 0 && System.nanoTime() - start < AT_REST.toNanos()) {
      waiting = judge().goOn(FEW);
    }
    return waiting;
  }

  /** Made when first needed: by then the stores are complete. */
  private MatchingEngine judge() {
    if (judge == null) {
      judge =
          new MatchingEngine(
              new KeptLooks(stores.looks().of(context)),
              KeptRows.of(stores.nodes().of(context), stores.unsettled().of(context)),
              new Forwarding(),
              most);
    }
    return judge;
  }

  private record KeptLooks(KeyValueStore<String, ProfileSummary> looks)
      implements ProfileCache.Looks {
    @Override
    public @Nullable ProfileSummary get(String account) {
      return looks.get(account);
    }

    @Override
    public void put(String account, @Nullable ProfileSummary look) {
      looks.put(account, look);
    }

    @Override
    public void forEach(BiConsumer<String, ProfileSummary> each) {
      try (var all = looks.all()) {
        all.forEachRemaining(kept -> each.accept(kept.key, kept.value));
      }
    }
  }

  private record KeptRows(
      KeyValueStore<String, NodeRecord> all,
      CachedStore<NodeRecord> rows,
      KeyValueStore<String, Boolean> unsettled)
      implements IncrementalClustering.Rows {
    static KeptRows of(
        KeyValueStore<String, NodeRecord> all, KeyValueStore<String, Boolean> unsettled) {
      return new KeptRows(all, new CachedStore<>(all), unsettled);
    }

    @Override
    public void mark(String node, boolean isUnsettled) {
      unsettled.put(node, isUnsettled ? true : null);
    }

    @Override
    public void forEachMarked(Consumer<String> node) {
      try (var kept = unsettled.all()) {
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
      return rows.get(node);
    }

    @Override
    public void put(String node, @Nullable NodeRecord row) {
      rows.put(node, row);
    }
  }

  private final class Forwarding implements IncrementalClustering.Outcome {
    @Override
    public void placed(String account, String seed) {
      alarms.moved();
      forward(account, new ClusterEvent.Placed(account, seed));
    }

    @Override
    public void explained(String seed, Findings findings) {
      String person = PersonId.ofSeed(seed);
      forward(person, new ClusterEvent.Explained(person, findings));
    }

    @Override
    public void largest(int accounts) {
      alarms.largest(accounts);
    }

    /** What follows from a record is as old as it. */
    private void forward(String key, ClusterEvent news) {
      context.forward(new Record<>(key, news, moment));
    }
  }
}
