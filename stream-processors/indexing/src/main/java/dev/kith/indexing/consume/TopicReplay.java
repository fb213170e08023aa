package dev.kith.indexing.consume;

import dev.kith.indexing.bulk.BulkPipeline;
import dev.kith.indexing.bulk.IndexingSettings;
import dev.kith.indexing.bulk.PendingWrite;
import dev.kith.indexing.bulk.WriteBatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the records of a topic again and sends them into an index. */
public final class TopicReplay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReplay.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);
  private static final long BETWEEN_REPORTS = Duration.ofSeconds(5).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final RecordReader reader;
  private final BulkPipeline pipeline;
  private final IndexingSettings settings;
  private WriteBatch batch;
  private long sent;
  private long lastReport = System.nanoTime();

  public TopicReplay(
      Consumer<byte[], byte[]> consumer,
      String topic,
      RecordReader reader,
      BulkPipeline pipeline,
      IndexingSettings settings) {
    this.consumer = consumer;
    this.reader = reader;
    this.pipeline = pipeline;
    this.settings = settings;
    this.batch = new WriteBatch(settings);
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Goes to where an earlier replay had come, by partition; a partition it does not know begins.
   */
  public void goTo(Map<Integer, Long> reached) {
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, reached.getOrDefault(partition.partition(), 0L));
    }
  }

  /** Where this replay has come, by partition. */
  public Map<Integer, Long> reached() {
    return partitions.stream()
        .collect(Collectors.toMap(TopicPartition::partition, consumer::position));
  }

  /** How many records it has sent. */
  public long sent() {
    return sent;
  }

  /** Sends everything that is committed by now; returns once all of it is taken. */
  public void toTheEnd() throws InterruptedException {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (behind(ends) > 0) {
      for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
        add(read);
      }
      report(ends);
    }
    flush();
    while (!pipeline.isEmpty()) {
      settle();
    }
  }

  /** How many offsets there are from here to {@code ends}. */
  private long behind(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    left.replaceAll((partition, end) -> Math.max(0, end - consumer.position(partition)));
    return left.values().stream().mapToLong(Long::longValue).sum();
  }

  private void add(ConsumerRecord<byte[], byte[]> read) throws InterruptedException {
    PendingWrite entry = entry(read);
    if (!batch.takes(entry)) {
      flush();
    }
    batch.add(entry, System.nanoTime());
    sent++;
  }

  private PendingWrite entry(ConsumerRecord<byte[], byte[]> read) throws InterruptedException {
    while (true) {
      try {
        return reader.read(read);
      } catch (RegistryUnavailableException e) {
        LOG.warn("waiting: {}", e.getMessage());
        Thread.sleep(REGISTRY_PAUSE);
      }
    }
  }

  private void flush() throws InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    while (!pipeline.hasRoomFor(batch)) {
      settle();
    }
    pipeline.send(batch);
    batch = new WriteBatch(settings);
  }

  private void settle() throws InterruptedException {
    pipeline.await(POLL);
    pipeline.settle();
  }

  private void report(Map<TopicPartition, Long> ends) {
    if (System.nanoTime() - lastReport > BETWEEN_REPORTS) {
      LOG.info("{} records read again, at most {} to go", sent, behind(ends));
      lastReport = System.nanoTime();
    }
  }

  @Override
  public void close() {
    pipeline.close();
    consumer.close();
  }
}
