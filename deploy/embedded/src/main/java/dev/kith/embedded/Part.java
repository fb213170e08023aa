package dev.kith.embedded;

import dev.kith.embedded.process.ChildProcess;
import dev.kith.embedded.process.PidFile;
import dev.kith.embedded.process.Program;
import dev.kith.embedded.process.RollingLog;
import dev.kith.embedded.process.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A program in a process of its own, which is started, watched, stopped and restarted. */
public final class Part implements AutoCloseable {

  private static final Duration TIME_TO_END = Duration.ofSeconds(30);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  private final Program program;
  private final PidFile pidFile;
  private final Path log;
  private volatile @Nullable ChildProcess child;
  private boolean closed;

  public Part(Program program, Path home) {
    this.program = program;
    this.pidFile = new PidFile(home.resolve("run").resolve(program.name() + ".pid"));
    this.log = home.resolve("logs").resolve(program.name() + ".log");
  }

  /** The name of the program. */
  public String name() {
    return program.name();
  }

  /** The port that clients connect to. */
  public int port() {
    return program.port();
  }

  /**
   * Stops what an earlier run has left running, starts the program, and returns when it is ready.
   */
  public void start() {
    stopLeftover();
    try {
      awaitReady(launch());
    } catch (IOException failure) {
      throw new StackException("cannot start the " + name() + ": " + failure.getMessage(), failure);
    }
  }

  /** Starts the process, unless the part is closed. */
  private synchronized ChildProcess launch() throws IOException {
    if (closed) {
      throw new StackException("the " + name() + " is not started, because Kith stops");
    }
    ChildProcess started = ChildProcess.start(program.launch(), new RollingLog(log));
    child = started;
    pidFile.write(started.handle());
    return started;
  }

  private void stopLeftover() {
    pidFile
        .running()
        .ifPresent(
            left -> {
              left.destroyForcibly();
              left.onExit().join();
            });
  }

  private void awaitReady(ChildProcess started) {
    Instant deadline = Instant.now().plus(program.startTimeout());
    while (!program.isReady(started)) {
      if (!started.isAlive()) {
        throw new StackException(
            "the %s ended while starting (%s); see %s".formatted(name(), started.ending(), log));
      }
      if (Instant.now().isAfter(deadline)) {
        stop();
        throw new StackException(
            "the %s was not ready after %d s; see %s"
                .formatted(name(), program.startTimeout().toSeconds(), log));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_INTERVAL);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while starting", interrupted);
    }
  }

  /** Whether its process is running. */
  public boolean isAlive() {
    ChildProcess current = child;
    return current != null && current.isAlive();
  }

  /** The process id of the latest start; empty if it was never started. */
  public OptionalLong pid() {
    ChildProcess current = child;
    return current == null ? OptionalLong.empty() : OptionalLong.of(current.pid());
  }

  /** Completes when the current process has ended, for any reason. */
  public CompletableFuture<Part> onExit() {
    ChildProcess current = child;
    return current == null
        ? CompletableFuture.completedFuture(this)
        : current.onExit().thenApply(ended -> this);
  }

  /** Why the last process ended: the signal, or the exit code and the cause that it printed. */
  public String ending() {
    ChildProcess last = child;
    return last == null || last.isAlive() ? "it has not ended" : last.ending();
  }

  /** Whether the last process was ended by a signal, such as that of {@code kill -9}. */
  public boolean isEndedBySignal() {
    ChildProcess last = child;
    return last != null && !last.isAlive() && last.isEndedBySignal();
  }

  /** The log file with the output of the program. */
  public Path log() {
    return log;
  }

  /** Stops the process: in order, or by force after a timeout. */
  public void stop() {
    ChildProcess current = child;
    if (current != null) {
      current.stop(TIME_TO_END);
      forget();
    }
  }

  /** Ends the process as {@code kill -9} does. */
  public void kill() {
    ChildProcess current = child;
    if (current != null) {
      current.kill();
    }
  }

  private void forget() {
    try {
      pidFile.delete();
    } catch (IOException stays) {
      // A pid file without its process does no harm.
    }
  }

  /** Stops the process; it is not started again. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }
}
