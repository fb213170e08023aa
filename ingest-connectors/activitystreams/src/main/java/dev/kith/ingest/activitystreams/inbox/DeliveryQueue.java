package dev.kith.ingest.activitystreams.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What was handed over and is not kept yet, bounded by its size. Filled by many threads, emptied by
 * one.
 */
public final class DeliveryQueue {
  private static final int MOST_AT_ONCE = 1000;

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
      waiting.drainTo(taken, MOST_AT_ONCE - 1);
    }
    return taken;
  }

  /** It is safe now: makes room and tells whoever waits. */
  void committed(Delivery delivery) {
    room.release(size(delivery));
    delivery.committed().complete(true);
  }

  /** Nobody waits for it any more; what has been taken goes on regardless. */
  void withdraw(Delivery delivery) {
    if (waiting.remove(delivery)) {
      room.release(size(delivery));
    }
  }

  /** Takes nothing more and sends away whoever waits. */
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
