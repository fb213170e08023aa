package dev.kith.indexing.consume;

import dev.kith.indexing.bulk.BulkPipeline;
import dev.kith.indexing.bulk.IndexingProgress;
import dev.kith.indexing.bulk.IndexingSettings;
import dev.kith.indexing.bulk.PendingWrite;
import dev.kith.indexing.bulk.WriteBatch;
import dev.kith.indexing.index.IndexedOffsets;
import dev.kith.indexing.index.RefreshController;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records, sends their documents and then commits the offsets. Records whose offsets were not
 * committed are read and sent again, which changes nothing. While Elasticsearch is slow or does not
 * answer, nothing more is read, but the consumer stays a member of its group.
 */
public final class IndexingLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexingLoop.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration BUSY = Duration.ofMillis(100);
  private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(5);
  private static final long BETWEEN_COMMITS = Duration.ofSeconds(1).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final RecordReader reader;
  private final BulkPipeline pipeline;
  private final IndexingSettings settings;
  private final IndexedOffsets offsets;
  private final IndexingProgress progress;
  private final RefreshController refresh;

  private final Deque<ConsumerRecord<byte[], byte[]>> backlog = new ArrayDeque<>();

  /** Offsets to commit next. */
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

  /** The offset up to which each partition is indexed, committed or not. */
  private final Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();

  private WriteBatch batch;
  private long lastCommit = System.nanoTime();
  private volatile boolean stopped;

  public IndexingLoop(
      Consumer<byte[], byte[]> consumer,
      RecordReader reader,
      BulkPipeline pipeline,
      IndexingSettings settings,
      IndexedOffsets offsets,
      IndexingProgress progress,
      RefreshController refresh) {
    this.consumer = consumer;
    this.reader = reader;
    this.pipeline = pipeline;
    this.settings = settings;
    this.offsets = offsets;
    this.progress = progress;
    this.refresh = refresh;
    this.batch = new WriteBatch(settings);
  }

  /** Runs until {@link #stop}; then commits what is indexed and closes the consumer. */
  @Override
  public void run() {
    try (consumer;
        pipeline) {
      consumer.subscribe(reader.topics(), new RebalanceListener());
      iterate();
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the loop soon; may be called from any thread. */
  public void stop() {
    stopped = true;
    consumer.wakeup();
  }

  private void iterate() throws InterruptedException {
    try {
      while (!stopped) {
        step();
      }
    } catch (WakeupException e) {
      if (!stopped) {
        throw e;
      }
    }
  }

  private void end() throws InterruptedException {
    try {
      handOver();
    } catch (WakeupException e) {
      handOver(); // the call to stop came too late for any poll
    }
  }

  private void step() throws InterruptedException {
    settle();
    if (backlog.isEmpty() && !batch.isFull()) {
      read();
    }
    boolean stuck = fill();
    if (!batch.isEmpty() && (isDue() || stuck)) {
      send();
    }
  }

  private void read() {
    consumer.resume(consumer.paused());
    long wait =
        batch.isEmpty()
            ? (pipeline.isEmpty() ? IDLE : BUSY).toNanos()
            : Math.max(0, batch.nanosUntilDue(System.nanoTime()));
    take(Duration.ofNanos(wait));
  }

  private void take(Duration wait) {
    for (var read : consumer.poll(wait)) {
      backlog.add(read);
    }
  }

  /** True if the next record cannot join the batch, so that the batch must go first. */
  private boolean fill() throws InterruptedException {
    while (!backlog.isEmpty()) {
      PendingWrite entry;
      try {
        entry = reader.read(backlog.getFirst());
      } catch (RegistryUnavailableException e) {
        LOG.warn("waiting: {}", e.getMessage());
        progress.waits(String.valueOf(e.getMessage()));
        keepMembership();
        Thread.sleep(REGISTRY_PAUSE);
        return true;
      }
      if (!batch.takes(entry)) {
        return true;
      }
      batch.add(entry, System.nanoTime());
      backlog.removeFirst();
      progress.reached(entry.origin().topic(), entry.origin().timestamp());
    }
    return false;
  }

  private boolean isDue() {
    return batch.isFull() || batch.nanosUntilDue(System.nanoTime()) <= 0;
  }

  private void send() throws InterruptedException {
    if (pipeline.hasRoomFor(batch)) {
      pipeline.send(batch);
      batch = new WriteBatch(settings);
    } else {
      pipeline.await(BUSY);
      keepMembership();
    }
  }

  /** Polls without reading anything, so that the group keeps this member. */
  private void keepMembership() {
    consumer.pause(consumer.assignment());
    take(Duration.ZERO); // partitions that were assigned this very moment are not paused
  }

  private void settle() {
    settled();
    if (System.nanoTime() - lastCommit < BETWEEN_COMMITS) {
      return;
    }
    if (!done.isEmpty()) {
      consumer.commitAsync(Map.copyOf(done), this::committed);
      done.clear();
    }
    measure();
    lastCommit = System.nanoTime();
  }

  private void settled() {
    pipeline
        .settle()
        .forEach((partition, next) -> isDone(partition, offsets.named(partition, next.offset())));
  }

  private void isDone(TopicPartition partition, OffsetAndMetadata next) {
    done.put(partition, next);
    reached.put(partition, next);
  }

  /**
   * Called in a poll. Offsets whose commit failed are committed again, also if no further record
   * comes: otherwise the group would seem to lag for ever.
   */
  private void committed(
      Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
    if (failure == null) {
      return;
    }
    LOG.info("offsets are not committed yet: {}", failure.getMessage());
    if (failure instanceof RetriableException) {
      for (TopicPartition partition : offsets.keySet()) {
        OffsetAndMetadata latest = reached.get(partition);
        if (latest != null) {
          done.put(partition, latest);
        }
      }
    }
  }

  private void measure() {
    Map<String, Long> lags = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      lags.merge(partition.topic(), consumer.currentLag(partition).orElse(0), Long::sum);
    }
    backlog.forEach(read -> lags.merge(read.topic(), 1L, Long::sum));
    batch.entries().forEach(entry -> lags.merge(entry.origin().topic(), 1L, Long::sum));
    pipeline.entries().forEach(entry -> lags.merge(entry.origin().topic(), 1L, Long::sum));
    progress.lags(lags);
    progress.refilling().stream()
        .filter(topic -> lags.getOrDefault(topic, 0L) == 0 && isKnown(topic))
        .forEach(this::hasRefilled);
    refresh.update(lags.values().stream().mapToLong(Long::longValue).sum());
  }

  /** After a seek, the lag is known only once something was fetched. */
  private boolean isKnown(String topic) {
    return consumer.assignment().stream()
        .filter(partition -> partition.topic().equals(topic))
        .allMatch(partition -> consumer.currentLag(partition).isPresent());
  }

  private void hasRefilled(String topic) {
    progress.hasRefilled(topic);
    LOG.info("the index of {} is filled again", topic);
  }

  /** Seeks back to the offset up to which the index is filled, if the index is another one now. */
  private void begin(Collection<TopicPartition> partitions) {
    for (var entry : consumer.committed(Set.copyOf(partitions)).entrySet()) {
      if (entry.getValue() != null) {
        begin(entry.getKey(), entry.getValue());
      }
    }
  }

  private void begin(TopicPartition partition, OffsetAndMetadata committed) {
    long from = offsets.begin(partition, committed);
    if (from < committed.offset()) {
      LOG.warn(
          "{} is another index than before: {} is read again from offset {}",
          offsets.index(partition).name(),
          partition,
          from);
      consumer.seek(partition, from);
      if (!offsets.isRebuilt(partition)) {
        progress.refills(partition.topic());
      }
    }
    isDone(partition, offsets.named(partition, from));
  }

  /** Waits for the requests under way for some seconds and abandons the rest. */
  private void handOver() throws InterruptedException {
    long end = System.nanoTime() + LONGEST_DRAIN.toNanos();
    while (!pipeline.isEmpty() && System.nanoTime() < end) {
      pipeline.await(BUSY);
      settled();
    }
    if (!done.isEmpty()) {
      consumer.commitSync(Map.copyOf(done));
    }
    forget();
  }

  private void forget() {
    pipeline.abandon();
    backlog.clear();
    done.clear();
    reached.clear();
    batch = new WriteBatch(settings);
  }

  private final class RebalanceListener implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      try {
        handOver();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      forget();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      LOG.info("reading {}", partitions);
      begin(partitions);
      progress.hasStarted();
    }
  }
}
