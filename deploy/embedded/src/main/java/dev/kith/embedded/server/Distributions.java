package dev.kith.embedded.server;

import dev.kith.embedded.process.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The folder into which the build unpacks the servers. */
public record Distributions(Path folder) {

  private static final Properties NAMES = names();

  /**
   * The folder of the system property {@code kith.distributions}, or the one found in a parent of
   * the working directory.
   */
  public static Distributions find() {
    String named = System.getProperty("kith.distributions");
    if (named != null) {
      return new Distributions(Path.of(named).toAbsolutePath());
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path built = at.resolve("deploy/embedded/target/distributions");
      if (Files.isDirectory(built)) {
        return new Distributions(built);
      }
    }
    throw new StackException(
        "expected the servers in deploy/embedded/target/distributions, found none; "
            + "run: mvn package -DskipTests -pl deploy/embedded -am");
  }

  public Path kafka() {
    return unpacked("kafka");
  }

  public Path elasticsearch() {
    return unpacked("elasticsearch");
  }

  public Path registry() {
    return unpacked("registry");
  }

  private Path unpacked(String name) {
    Path path = folder.resolve(NAMES.getProperty(name));
    if (!Files.isDirectory(path)) {
      throw new StackException(
          "expected the "
              + name
              + " in "
              + path
              + ", found nothing there; "
              + "run: mvn package -DskipTests -pl deploy/embedded -am");
    }
    return path;
  }

  /**
   * The version of each server, by the names {@code kafka}, {@code elasticsearch}, {@code
   * registry}.
   */
  public static Properties versions() {
    Properties versions = new Properties();
    NAMES
        .stringPropertyNames()
        .forEach(
            name ->
                versions.setProperty(
                    name, NAMES.getProperty(name).replaceFirst("^\\D*-(?=\\d)", "")));
    return versions;
  }

  private static Properties names() {
    Properties names = new Properties();
    try (InputStream in = Distributions.class.getResourceAsStream("distributions.properties")) {
      names.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return names;
  }
}
