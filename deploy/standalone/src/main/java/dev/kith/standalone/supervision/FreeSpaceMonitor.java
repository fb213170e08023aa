package dev.kith.standalone.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Watches the free space of the disk that holds the home. A server that starts on a full disk would
 * die.
 */
final class FreeSpaceMonitor {

  private static final long MB = 1L << 20;
  private static final long NEEDED = 200 * MB;
  private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

  private final LongSupplier free;
  private final Duration pollInterval;
  private final Consumer<String> say;
  private final Path folder;
  private final AtomicBoolean isReported = new AtomicBoolean();

  FreeSpaceMonitor(Path folder, LongSupplier free, Duration pollInterval, Consumer<String> say) {
    this.folder = folder;
    this.free = free;
    this.pollInterval = pollInterval;
    this.say = say;
  }

  static FreeSpaceMonitor at(Path folder, Consumer<String> say) {
    return new FreeSpaceMonitor(folder, () -> usable(folder), POLL_INTERVAL, say);
  }

  private static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      // A file system that does not report its free space must not stop anything.
      return Long.MAX_VALUE;
    }
  }

  /** Whether a server can start. */
  boolean isEnough() {
    return free.getAsLong() >= NEEDED;
  }

  /** Reports when reading pauses for lack of space and when it resumes, until interrupted. */
  void watch(long reserve) throws InterruptedException {
    boolean isShort = false;
    while (true) {
      boolean isShortNow = free.getAsLong() < reserve;
      if (isShortNow && !isShort) {
        say.accept(
            "The disk of %s is nearly full: %d MB free, %d MB are kept free; reading waits for room"
                .formatted(folder, free.getAsLong() / MB, reserve / MB));
      } else if (isShort && !isShortNow) {
        say.accept("The disk of %s has room again; reading goes on".formatted(folder));
      }
      isShort = isShortNow;
      Thread.sleep(pollInterval);
    }
  }

  /**
   * Waits until there is enough space for a start. Of several waiting threads, only one reports it.
   *
   * @param what the part that is started again, for the message
   */
  void await(String what) throws InterruptedException {
    if (isEnough()) {
      return;
    }
    if (isReported.compareAndSet(false, true)) {
      say.accept(
          "The disk of %s is full: %d MB free, %d MB needed; %s is started again when there is room"
              .formatted(folder, free.getAsLong() / MB, NEEDED / MB, what));
    }
    while (!isEnough()) {
      Thread.sleep(pollInterval);
    }
    if (isReported.compareAndSet(true, false)) {
      say.accept("The disk of %s has room again".formatted(folder));
    }
  }
}
