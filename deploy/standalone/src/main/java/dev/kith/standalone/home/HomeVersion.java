package dev.kith.standalone.home;

import dev.kith.embedded.server.Distributions;
import dev.kith.standalone.terminal.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/**
 * The versions of Kith and of its servers that last wrote a home.
 *
 * @param kith version of Kith
 * @param format version of the format of the home; it changes when older data cannot be read
 * @param kafka version of the broker
 * @param elasticsearch version of Elasticsearch
 */
public record HomeVersion(String kith, int format, String kafka, String elasticsearch) {

  /** The version of the root pom. */
  public static final String KITH = "0.2.0";

  /**
   * Must be incremented when the data of older homes, such as the state of a step, cannot be read.
   */
  private static final int FORMAT = 3;

  /** The version that is assumed for a home without a version file. */
  private static final HomeVersion FIRST = new HomeVersion("0.1.0", 1, "", "");

  public static HomeVersion current() {
    Properties servers = Distributions.versions();
    return new HomeVersion(
        KITH, FORMAT, servers.getProperty("kafka"), servers.getProperty("elasticsearch"));
  }

  /** The version in a home; empty if the home is new. */
  public static Optional<HomeVersion> of(Home home) {
    Path file = home.version();
    if (!Files.exists(file)) {
      return Files.exists(home.folder().resolve("data")) ? Optional.of(FIRST) : Optional.empty();
    }
    Properties noted = new Properties();
    try (InputStream bytes = Files.newInputStream(file)) {
      noted.load(bytes);
      return Optional.of(
          new HomeVersion(
              noted.getProperty("kith", ""),
              Integer.parseInt(noted.getProperty("format", "")),
              noted.getProperty("kafka", ""),
              noted.getProperty("elasticsearch", "")));
    } catch (IOException | IllegalArgumentException damaged) {
      throw new CommandException(
          "expected the version of the home in %s, found something unreadable; restore it from a backup"
              .formatted(file),
          damaged);
    }
  }

  /**
   * What this version does with a home of another one, as a message; empty if nothing.
   *
   * @throws CommandException if this version cannot read it
   */
  public Optional<String> plan(HomeVersion old, Path folder) {
    if (old.equals(this)) {
      return Optional.empty();
    }
    refuseIfNewer(old, folder, "format", old.format + "", format + "");
    refuseIfOlder(old, folder);
    refuseIfNewer(old, folder, "Kafka", old.kafka, kafka);
    refuseIfNewer(old, folder, "Elasticsearch", old.elasticsearch, elasticsearch);
    if (major(elasticsearch) - major(old.elasticsearch) > 1) {
      throw new CommandException(
          "%s was last used with Elasticsearch %s, which %s cannot read; start it once with a Kith between %s and %s"
              .formatted(folder, old.elasticsearch, elasticsearch, old.kith, kith));
    }
    return Optional.of(
        "%s was last used by Kith %s; Kith %s goes on with it: %s"
            .formatted(folder, old.kith, kith, servers(old)));
  }

  private String servers(HomeVersion old) {
    boolean same = old.kafka.equals(kafka) && old.elasticsearch.equals(elasticsearch);
    return same
        ? "nothing is converted"
        : "Kafka %s → %s and Elasticsearch %s → %s convert their data when they start, and there is no way back"
            .formatted(old.kafka, kafka, old.elasticsearch, elasticsearch);
  }

  private void refuseIfNewer(
      HomeVersion old, Path folder, String what, String theirs, String ours) {
    if (compare(theirs, ours) > 0) {
      throw new CommandException(
          "%s was last used by Kith %s (%s %s), which Kith %s (%s %s) cannot read; use that version or another --home"
              .formatted(folder, old.kith, what, theirs, kith, what, ours));
    }
  }

  private void refuseIfOlder(HomeVersion old, Path folder) {
    if (old.format < format) {
      throw new CommandException(
          ("%s was last used by Kith %s (format %d), whose data Kith %s (format %d) cannot read; go"
                  + " on with that version, or use another --home and read your sources into it")
              .formatted(folder, old.kith, old.format, kith, format));
    }
  }

  private static int major(String version) {
    return numbers(version).length == 0 ? 0 : numbers(version)[0];
  }

  /** Compares versions by their numbers, so that 10 comes after 9. */
  static int compare(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+", -1))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  public void write(Home home) {
    Properties noted = new Properties();
    noted.setProperty("kith", kith);
    noted.setProperty("format", Integer.toString(format));
    noted.setProperty("kafka", kafka);
    noted.setProperty("elasticsearch", elasticsearch);
    try {
      OwnerOnlyFiles.create(home.version());
      try (OutputStream bytes = Files.newOutputStream(home.version())) {
        noted.store(bytes, "the versions that wrote this home last");
      }
    } catch (IOException failure) {
      throw new CommandException(
          "cannot write %s: %s".formatted(home.version(), failure.getMessage()), failure);
    }
  }
}
