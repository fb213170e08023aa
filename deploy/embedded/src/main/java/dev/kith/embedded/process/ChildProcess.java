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

/** A running process. Its output goes to its log; closing its standard input ends it. */
public final class ChildProcess {

  private static final int LINES_KEPT = 100;
  private static final int MAX_MARK_LENGTH = 40;
  private static final int MAX_MARKS_LENGTH = 100_000;

  /** Java and shells report an end by a signal as this number plus that of the signal. */
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
    // Java encodes paths with the locale; without one it can only name paths in ASCII.
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
   * The command in a process group of its own. Ctrl-C in a terminal signals a whole group; only the
   * parent receives it and stops the parts in order. The umask makes the files of a part readable
   * by its user only.
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
      // The process was killed while it wrote a line.
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

  /** Whether a short line that contains this text was printed. */
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

  /** Whether the process runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code; valid only after the process has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /**
   * Whether a signal ended the process, such as that of {@code kill -9}; valid only after its end.
   */
  public boolean isEndedBySignal() {
    return exitCode() > SIGNALS;
  }

  /** Why the process ended, as a message: the signal, or the exit code and the printed cause. */
  public String ending() {
    awaitOutput();
    int code = exitCode();
    return code > SIGNALS
        ? "killed by signal " + (code - SIGNALS)
        : "exit code %d: %s".formatted(code, cause());
  }

  /** The innermost cause in the output, or else the last line of the output. */
  private String cause() {
    List<String> lines = lastLines();
    return lines.reversed().stream()
        .filter(line -> line.startsWith("Caused by: "))
        .findFirst()
        .or(() -> lines.stream().filter(line -> line.contains("Exception")).findFirst())
        .or(() -> lines.reversed().stream().filter(line -> !line.isBlank()).findFirst())
        .orElse("it said nothing");
  }

  /** Waits for the output, whose last lines may be read after the process has ended. */
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

  /** Stops the process: in order, or by force after the timeout. */
  public void stop(Duration timeout) {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // The pipe is broken: the process is ending or has ended.
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

  /** Ends the process as {@code kill -9} does; returns when it has ended. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }
}
