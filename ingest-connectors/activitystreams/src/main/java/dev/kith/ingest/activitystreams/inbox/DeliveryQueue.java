package dev.kith.ingest.activitystreams.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A queue of deliveries that are not committed yet, bounded by bytes. Many threads add, one takes.
 */
public final class DeliveryQueue {
  private static final int MAX_CONCURRENT = 1000;

  private final int capacity;
  private final Semaphore room;
  private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  /**
   * Nothing yet.
   *
   * @param capacity bytes
   */
  public DeliveryQueue(int capacity) {
    this.capacity = capacity;
    this.room = new Semaphore(capacity);
  }

  /** Takes it in if there is room. */
  boolean offer(Delivery delivery) {
    if (closed || !room.tryAcquire(size(delivery))) {
      return false;
    }
    add(delivery);
    return true;
  }

  /** Takes it in as soon as there is room. */
  void put(Delivery delivery) throws InterruptedException {
    room.acquire(size(delivery));
    add(delivery);
  }

  private void add(Delivery delivery) {
    waiting.add(delivery);
    if (closed) {
      close();
    }
  }

  /** What has come, oldest first; waits a moment if nothing has. */
  List<Delivery> take(Duration moment) throws InterruptedException {
    List<Delivery> taken = new ArrayList<>();
    Delivery first = waiting.poll(moment.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      taken.add(first);
      waiting.drainTo(taken, MAX_CONCURRENT - 1);
    }
    return taken;
  }

  /** Completes a delivery that is committed, and frees its bytes. */
  void committed(Delivery delivery) {
    room.release(size(delivery));
    delivery.committed().complete(true);
  }

  /** Removes a delivery whose caller gave up; one that was taken is committed anyway. */
  void withdraw(Delivery delivery) {
    if (waiting.remove(delivery)) {
      room.release(size(delivery));
    }
  }

  /** Accepts nothing more and cancels what waits. */
  void close() {
    closed = true;
    List<Delivery> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(delivery -> delivery.committed().cancel(false));
  }

  private int size(Delivery delivery) {
    return Math.clamp(delivery.bytes(), 1, capacity);
  }
}
