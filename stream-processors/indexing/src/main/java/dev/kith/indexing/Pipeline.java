package dev.kith.indexing;

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
 * The batches that are under way. A few travel at the same time; one that takes documents away
 * travels alone. Offsets come out in the order in which batches went in. For one thread.
 */
final class Pipeline implements AutoCloseable {
  private final Destination destination;
  private final int inFlight;
  private final ExecutorService travel =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("bulk-", 0).factory());
  private final Deque<Flight> flights = new ArrayDeque<>();

  private record Flight(Batch batch, Future<?> arrival) {}

  Pipeline(Destination destination, int inFlight) {
    this.destination = destination;
    this.inFlight = inFlight;
  }

  boolean isEmpty() {
    return flights.isEmpty();
  }

  /** What is under way. */
  Stream<Entry> entries() {
    return flights.stream().flatMap(flight -> flight.batch().entries().stream());
  }

  boolean hasRoomFor(Batch batch) {
    boolean alone = batch.isRemoval() || (!isEmpty() && flights.getLast().batch().isRemoval());
    return alone ? isEmpty() : flights.size() < inFlight;
  }

  void send(Batch batch) {
    flights.add(new Flight(batch, travel.submit(() -> travel(batch))));
  }

  private Void travel(Batch batch) throws InterruptedException {
    destination.write(batch.entries());
    return null;
  }

  /** Takes the batches that have arrived off the front; gives the offsets reached. */
  Map<TopicPartition, OffsetAndMetadata> settle() {
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    while (!isEmpty() && flights.getFirst().arrival().isDone()) {
      var flight = flights.removeFirst();
      result(flight.arrival());
      reached.putAll(flight.batch().offsets());
    }
    return reached;
  }

  /** Waits until the first batch has arrived, or the time is over. */
  void await(Duration limit) throws InterruptedException {
    if (!isEmpty()) {
      try {
        flights.getFirst().arrival().get(limit.toNanos(), TimeUnit.NANOSECONDS);
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
  void abandon() {
    flights.forEach(flight -> flight.arrival().cancel(true));
    flights.clear();
  }

  @Override
  public void close() {
    abandon();
    travel.shutdownNow();
  }
}
