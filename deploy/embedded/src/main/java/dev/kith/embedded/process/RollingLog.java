package dev.kith.embedded.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file that is rotated when it is large; a few older files are kept: {@code x.log, x.log.1,
 * …}.
 */
public final class RollingLog implements AutoCloseable {

  private static final long LARGEST = 8L << 20;
  private static final int KEPT = 3;

  private final Path file;
  private BufferedWriter writer;
  private long size;

  public RollingLog(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.size = Files.exists(file) ? Files.size(file) : 0;
    this.writer = open();
  }

  private BufferedWriter open() throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  public synchronized void write(String line) {
    try {
      if (size > LARGEST) {
        roll();
      }
      writer.write(line);
      writer.newLine();
      writer.flush();
      size += line.length() + 1;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file + ": " + failure.getMessage(), failure);
    }
  }

  private void roll() throws IOException {
    writer.close();
    for (int age = KEPT; age > 0; age--) {
      Path younger = age == 1 ? file : aged(age - 1);
      if (Files.exists(younger)) {
        Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    writer = open();
    size = 0;
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
