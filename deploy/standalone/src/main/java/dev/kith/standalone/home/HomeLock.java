package dev.kith.standalone.home;

import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lock of the one launcher that may use a home. The operating system releases it when the
 * process ends, even after {@code kill -9}.
 */
public final class HomeLock implements AutoCloseable {

  /** System property: how many seconds a launcher waits for another one to release the lock. */
  public static final String LOCK_TIMEOUT = "kith.lock.timeout";

  private static final long RETRY_INTERVAL_MILLIS = 50;

  private static final int HOLDER_READ_ATTEMPTS = 20;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Creates the home if there is none, and takes its lock; the refusal names the holder. */
  public static HomeLock take(Home home) {
    return take(home, Duration.ofSeconds(Long.getLong(LOCK_TIMEOUT, 0)));
  }

  /**
   * Creates the home if there is none, and takes its lock.
   *
   * @param timeout how long to wait for another launcher to release the lock
   */
  public static HomeLock take(Home home, Duration timeout) {
    home.create();
    try {
      Instant deadline = Instant.now().plus(timeout);
      HomeLock lock = tryOnce(home);
      while (lock == null && Instant.now().isBefore(deadline)) {
        Thread.sleep(RETRY_INTERVAL_MILLIS);
        lock = tryOnce(home);
      }
      if (lock == null) {
        throw new CommandException(
            "Kith already runs in %s (%s%s); stop it with: %s"
                .formatted(
                    home.folder(),
                    holder(home.lock()),
                    home.url().map(url -> ", " + url).orElse(""),
                    home.command("down")));
      }
      return lock;
    } catch (IOException failure) {
      throw new CommandException(
          "cannot use %s: %s".formatted(home.folder(), failure.getMessage()), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while waiting for " + home.folder(), stopped);
    }
  }

  /** Releases the lock for another launcher only, which is still starting. */
  public void handOver(Home home, ProcessHandle successor) throws IOException {
    home.successor().write(successor);
    close();
  }

  private static @Nullable HomeLock tryOnce(Home home) throws IOException {
    OwnerOnlyFiles.create(home.lock());
    FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null && !isPromised(home)) {
        home.successor().delete();
        note(channel);
        return new HomeLock(channel);
      }
    } catch (OverlappingFileLockException ours) {
      // Another thread of this process holds it.
    }
    channel.close();
    return null;
  }

  /** Whether the home has been handed over to another process, which is still starting. */
  private static boolean isPromised(Home home) {
    return home.successor()
        .running()
        .filter(successor -> successor.pid() != ProcessHandle.current().pid())
        .isPresent();
  }

  private static void note(FileChannel channel) throws IOException {
    String text =
        "process %d, since %s\n"
            .formatted(
                ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(false);
  }

  /**
   * The holder of the lock; a process that has just taken the lock writes its id a moment later.
   */
  private static String holder(Path file) throws IOException, InterruptedException {
    String text = Files.readString(file).strip();
    for (int look = 0; text.isEmpty() && look < HOLDER_READ_ATTEMPTS; look++) {
      Thread.sleep(RETRY_INTERVAL_MILLIS);
      text = Files.readString(file).strip();
    }
    return text.isEmpty() ? "just started" : text;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ended) {
      // The system releases it at the end of the process.
    }
  }
}
