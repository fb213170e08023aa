package dev.kith.indexing.bulk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The batches under way. A few are sent at the same time; one that removes documents is sent alone.
 * Offsets are returned in the order of the batches. For one thread.
 */
public final class BulkPipeline implements AutoCloseable {
  private final WriteDestination destination;
  private final int inFlight;
  private final ExecutorService sender =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bulk-", 0).factory());
  private final Deque<Sending> underway = new ArrayDeque<>();

  private record Sending(WriteBatch batch, Future<?> arrival) {}

  public BulkPipeline(WriteDestination destination, int inFlight) {
    this.destination = destination;
    this.inFlight = inFlight;
  }

  public boolean isEmpty() {
    return underway.isEmpty();
  }

  /** What is under way. */
  public Stream<PendingWrite> entries() {
    return underway.stream().flatMap(sending -> sending.batch().entries().stream());
  }

  public boolean hasRoomFor(WriteBatch batch) {
    boolean alone = batch.isRemoval() || (!isEmpty() && underway.getLast().batch().isRemoval());
    return alone ? isEmpty() : underway.size() < inFlight;
  }

  public void send(WriteBatch batch) {
    underway.add(new Sending(batch, sender.submit(() -> write(batch))));
  }

  private Void write(WriteBatch batch) throws InterruptedException {
    destination.write(batch.entries());
    return null;
  }

  /** Takes the batches that have arrived off the front; gives the offsets reached. */
  public Map<TopicPartition, OffsetAndMetadata> settle() {
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    while (!isEmpty() && underway.getFirst().arrival().isDone()) {
      var sending = underway.removeFirst();
      result(sending.arrival());
      reached.putAll(sending.batch().offsets());
    }
    return reached;
  }

  /** Waits until the first batch has arrived, or the time is over. */
  public void await(Duration limit) throws InterruptedException {
    if (!isEmpty()) {
      try {
        underway.getFirst().arrival().get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return; // the caller looks again
      } catch (ExecutionException e) {
        throw new IllegalStateException("a bulk request ended in a way it must not", e.getCause());
      }
    }
  }

  private static void result(Future<?> arrival) {
    if (arrival.state() == Future.State.FAILED) {
      throw new IllegalStateException(
          "a bulk request ended in a way it must not", arrival.exceptionNow());
    }
  }

  /** Gives up what is under way; whoever reads the same records sends it again. */
  public void abandon() {
    underway.forEach(sending -> sending.arrival().cancel(true));
    underway.clear();
  }

  @Override
  public void close() {
    abandon();
    sender.shutdownNow();
  }
}
