package dev.kith.standalone;

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
 * Held by the one launcher that may use a home. The system gives it back when the process ends,
 * however that happens.
 */
final class HomeLock implements AutoCloseable {

  /** The system property by which a launcher hands its lock over: how many seconds to wait. */
  static final String PATIENCE = "kith.lock.patience";

  private static final long BETWEEN_TRIES_MILLIS = 50;

  private static final int LOOKS_FOR_HOLDER = 20;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Creates the home if there is none; refuses, with who holds it, if it is in use. */
  static HomeLock take(Home home) {
    return take(home, Duration.ofSeconds(Long.getLong(PATIENCE, 0)));
  }

  /**
   * The same.
   *
   * @param patience how long to wait for who hands it over
   */
  static HomeLock take(Home home, Duration patience) {
    home.create();
    try {
      Instant deadline = Instant.now().plus(patience);
      HomeLock lock = tryOnce(home);
      while (lock == null && Instant.now().isBefore(deadline)) {
        Thread.sleep(BETWEEN_TRIES_MILLIS);
        lock = tryOnce(home);
      }
      if (lock == null) {
        throw new Refusal(
            "Kith already runs in %s (%s%s); stop it with: deploy/kith down"
                .formatted(
                    home.folder(),
                    holder(home.lock()),
                    home.url().map(url -> ", " + url).orElse("")));
      }
      return lock;
    } catch (IOException failure) {
      throw new Refusal(
          "cannot use %s: %s".formatted(home.folder(), failure.getMessage()), failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while waiting for " + home.folder(), stopped);
    }
  }

  /** Leaves the home to another launcher that is about to take it. */
  void handOver(Home home, ProcessHandle heir) throws IOException {
    home.heir().write(heir);
    close();
  }

  private static @Nullable HomeLock tryOnce(Home home) throws IOException {
    OwnerOnly.create(home.lock());
    FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null && !isPromised(home)) {
        home.heir().delete();
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
    return home.heir()
        .running()
        .filter(heir -> heir.pid() != ProcessHandle.current().pid())
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

  /** Whoever has just taken it writes so a moment later. */
  private static String holder(Path file) throws IOException, InterruptedException {
    String text = Files.readString(file).strip();
    for (int look = 0; text.isEmpty() && look < LOOKS_FOR_HOLDER; look++) {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
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
