package dev.kith.embedded.process;

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
import org.jspecify.annotations.Nullable;

/** A running process: what it prints goes to its log, and closing its standard input ends it. */
public final class ChildProcess {

  private static final int LINES_KEPT = 100;
  private static final int MAX_MARK_LENGTH = 40;
  private static final int MAX_MARKS_LENGTH = 100_000;

  /** Java and shells add the number of the signal to it. */
  private static final int SIGNALS = 128;

  private static final Duration OUTPUT_TIMEOUT = Duration.ofSeconds(2);

  private final Process process;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final StringBuilder marks = new StringBuilder();
  private @Nullable Thread output;

  private ChildProcess(Process process) {
    this.process = process;
  }

  public static ChildProcess start(LaunchSpec launch, RollingLog log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(shielded(launch.command()))
            .directory(launch.folder().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    // Paths are bytes to the system; without a locale Java could name only those in ASCII.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(launch.environment());
    ChildProcess child = new ChildProcess(builder.start());
    child.output =
        Thread.ofPlatform().daemon().name("log of " + child.pid()).start(() -> child.pump(log));
    OutputStream input = child.process.getOutputStream();
    input.write(launch.input().array());
    input.flush();
    return child;
  }

  /**
   * Ctrl-C in a terminal, and the signals of whoever stops a whole group of processes, go to all at
   * once. Only the parent shall hear them, and stop the parts in order. What a part writes is for
   * its own user only.
   */
  private static List<String> shielded(List<String> command) {
    List<String> whole =
        new ArrayList<>(
            List.of("/bin/sh", "-c", "umask 077; trap '' INT HUP TERM; exec \"$@\"", "sh"));
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
    if (line.length() < MAX_MARK_LENGTH && marks.length() < MAX_MARKS_LENGTH) {
      marks.append(line).append('\n');
    }
  }

  /** Whether a short line with this in it was printed. */
  public synchronized boolean hasPrinted(String mark) {
    return marks.indexOf(mark) >= 0;
  }

  /** The last lines of its output. */
  public synchronized List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** The handle of the process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Whether the process is running. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code; only once it has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Whether a signal ended it, such as that of {@code kill -9}; only once it has ended. */
  public boolean isEndedBySignal() {
    return exitCode() > SIGNALS;
  }

  /** Why it has ended, for a person: the signal, or the code and what it said of the cause. */
  public String ending() {
    awaitOutput();
    int code = exitCode();
    return code > SIGNALS
        ? "killed by signal " + (code - SIGNALS)
        : "exit code %d: %s".formatted(code, cause());
  }

  /** The innermost cause if it printed one, else whatever it said last. */
  private String cause() {
    List<String> lines = lastLines();
    return lines.reversed().stream()
        .filter(line -> line.startsWith("Caused by: "))
        .findFirst()
        .or(() -> lines.stream().filter(line -> line.contains("Exception")).findFirst())
        .or(() -> lines.reversed().stream().filter(line -> !line.isBlank()).findFirst())
        .orElse("it said nothing");
  }

  /** The last words may still be in the pipe when the process is gone. */
  private void awaitOutput() {
    Thread pump = output;
    try {
      if (pump != null) {
        pump.join(OUTPUT_TIMEOUT);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Completes when the process has ended. */
  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Ends it in good order, and without when that takes too long. */
  public void stop(Duration timeout) {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // The pipe is broken, so it ends or has ended.
    }
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** As {@code kill -9} does; returns when it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }
}
