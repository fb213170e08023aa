package dev.kith.standalone.supervision;

import dev.kith.embedded.Part;
import dev.kith.embedded.process.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps one part running: starts it after the parts that it needs, waits for its end, and restarts
 * it after a pause that grows, until it has ended too often.
 */
final class PartSupervisor implements Runnable {

  private final Supplier<Part> part;
  private final List<PartSupervisor> needed;
  private final RestartPolicy limit;
  private final Context context;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private CompletableFuture<Void> up = new CompletableFuture<>();

  /**
   * What a part supervisor needs from its caller.
   *
   * @param say prints a line for the user
   * @param room returns when the disk has room for another start
   * @param stopping whether everything is being stopped
   * @param recover corrects the cause of a failed start, and returns whether it could
   * @param failed receives the reason why everything has to end
   */
  record Context(
      Consumer<String> say,
      FreeSpaceMonitor room,
      Supplier<Boolean> stopping,
      Supplier<Boolean> recover,
      Consumer<StackException> failed) {}

  PartSupervisor(
      Supplier<Part> part, List<PartSupervisor> needed, RestartPolicy limit, Context context) {
    this.part = part;
    this.needed = List.copyOf(needed);
    this.limit = limit;
    this.context = context;
  }

  /** Completes when the part is ready for the first time. */
  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  @Override
  public void run() {
    try {
      while (!context.stopping().get()) {
        needed.forEach(PartSupervisor::awaitUp);
        runOnce();
      }
    } catch (StackException tooOften) {
      context.failed().accept(tooOften);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException mistake) {
      context
          .failed()
          .accept(new StackException("the " + name() + " cannot be kept: " + mistake, mistake));
    }
  }

  private void runOnce() throws InterruptedException {
    if (isStarted()) {
      setUp(true);
      if (!firstReady.complete(null)) {
        context.say().accept("The " + name() + " is up again");
      }
      part.get().onExit().join();
      setUp(false);
      afterDeath("the %s has ended unexpectedly (%s)".formatted(name(), part.get().ending()));
    }
  }

  /**
   * Starts the part and returns whether it runs. Throws if the first start fails by its own fault,
   * because a second one would fail as well.
   */
  private boolean isStarted() throws InterruptedException {
    try {
      part.get().start();
      return true;
    } catch (StackException failure) {
      if (context.stopping().get() || context.recover().get()) {
        return false;
      }
      if (!firstReady.isDone() && !part.get().isEndedBySignal() && context.room().isEnough()) {
        throw failure;
      }
      afterDeath(String.valueOf(failure.getMessage()));
      return false;
    }
  }

  /**
   * @param death a clause that names the ended part and the reason
   */
  private void afterDeath(String death) throws InterruptedException {
    if (context.stopping().get()) {
      return;
    }
    if (!context.room().isEnough()) {
      context.room().await("the " + name());
      return;
    }
    Duration pause = limit.pauseAfterDeath(name(), death, log());
    String when = pause.isZero() ? "" : " in %d s".formatted(Math.max(1, pause.toSeconds()));
    context.say().accept("T" + death.substring(1) + "; starting it again" + when);
    Thread.sleep(pause);
  }

  private String name() {
    return part.get().name();
  }

  private Path log() {
    return part.get().log();
  }

  private synchronized void setUp(boolean isUp) {
    if (isUp) {
      up.complete(null);
    } else {
      up = new CompletableFuture<>();
    }
  }

  private void awaitUp() {
    CompletableFuture<Void> current;
    synchronized (this) {
      current = up;
    }
    try {
      current.join();
    } catch (CompletionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
