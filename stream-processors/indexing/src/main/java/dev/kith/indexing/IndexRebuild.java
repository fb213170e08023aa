package dev.kith.indexing;

import dev.kith.clients.ElasticsearchSettings;
import dev.kith.indexing.index.IndexSwap;
import dev.kith.schemas.Index;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds an index from its topic while the old one answers searches.
 *
 * <pre>
 *   new index ─▶ replay the topic ─▶ swap the alias ─▶ replay what came meanwhile ─▶ delete the old
 * </pre>
 *
 * The live loop writes to the old index until the swap and to the new one after it. What it wrote
 * to the old one had been committed to the topic before, so the second replay brings it. A rebuild
 * that was cut off before the swap leaves an index that the next one clears away; one that was cut
 * off after it is finished by {@link #finish}.
 */
@Singleton
public class IndexRebuild {
  private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);

  private final IndexingFactory factory;
  private final List<Index> indices;

  IndexRebuild(IndexingFactory factory, ElasticsearchSettings elasticsearch) {
    this.factory = factory;
    this.indices = elasticsearch.indices().all();
  }

  /** The indices that can be made anew. */
  public List<Index> indices() {
    return indices;
  }

  /**
   * Makes one index anew.
   *
   * @return how many records were read for it
   */
  public synchronized long run(Index index) throws IOException, InterruptedException {
    var swap = new IndexSwap(factory.client(), index);
    factory.catalog().createIfMissing(index);
    String old = swap.current();
    swap.clear(old);
    String fresh = swap.create();
    LOG.info("{} is made anew as {}", index.alias(), fresh);
    try (var replay = factory.replay(factory.reader().topic(index), swap.next())) {
      replay.toTheEnd();
      swap.swap(old, fresh, replay.reached());
      LOG.info("{} is now {}", index.alias(), fresh);
      replay.toTheEnd();
      swap.finish(fresh);
      swap.clear(fresh);
      LOG.info("{} is complete: {} records", fresh, replay.sent());
      return replay.sent();
    }
  }

  /** Brings what a rebuild that was cut off after the swap still owes. */
  public synchronized void finish(Index index) throws IOException, InterruptedException {
    var swap = new IndexSwap(factory.client(), index);
    Optional<Map<Integer, Long>> reached = swap.unfinished();
    if (reached.isEmpty()) {
      return;
    }
    LOG.info("{} was made anew but not completed: going on", index.alias());
    try (var replay = factory.replay(factory.reader().topic(index), swap.next())) {
      replay.goTo(reached.get());
      replay.toTheEnd();
      swap.finish(swap.current());
    }
  }
}
