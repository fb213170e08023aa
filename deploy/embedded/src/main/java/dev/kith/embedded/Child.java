package dev.kith.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running process: what it prints goes to its log, and closing its standard input ends it. */
public final class Child {

  private static final int LINES_KEPT = 100;
  private static final int LONGEST_MARK = 40;
  private static final int ENOUGH_MARKS = 100_000;

  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final StringBuilder marks = new StringBuilder();

  private Child(Process process) {
    this.process = process;
  }

  static Child start(Launch launch, RollingLog log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(shielded(launch.command()))
            .directory(launch.folder().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    Child child = new Child(builder.start());
    Thread.ofPlatform().daemon().name("log of " + child.pid()).start(() -> child.pump(log));
    OutputStream input = child.process.getOutputStream();
    input.write(launch.input().array());
    input.flush();
    return child;
  }

  /**
   * Ctrl-C in a terminal, and the signals of whoever stops a whole group of processes, go to all at
   * once. Only the parent shall hear them, and stop the parts in order.
   */
  private static List<String> shielded(List<String> command) {
    List<String> whole =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP TERM; exec \"$@\"", "sh"));
    whole.addAll(command);
    return whole;
  }

  private void pump(RollingLog log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        log) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.write(line);
        remember(line);
      }
    } catch (IOException ended) {
      // The process was killed while a line was on its way.
    } catch (UncheckedIOException full) {
      System.err.println(full.getMessage());
    }
  }

  private synchronized void remember(String line) {
    lastLines.addLast(line);
    if (lastLines.size() > LINES_KEPT) {
      lastLines.removeFirst();
    }
    if (line.length() < LONGEST_MARK && marks.length() < ENOUGH_MARKS) {
      marks.append(line).append('\n');
    }
  }

  /** Whether a short line with this in it was printed. */
  public synchronized boolean hasPrinted(String mark) {
    return marks.indexOf(mark) >= 0;
  }

  public synchronized List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  public long pid() {
    return process.pid();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public int exitCode() {
    return process.exitValue();
  }

  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Ends it in good order, and without when that takes too long. */
  void stop(Duration patience) {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // The pipe is broken, so it ends or has ended.
    }
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** As {@code kill -9} does; returns when it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
