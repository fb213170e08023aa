package dev.kith.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Class path and health check of one step that runs in a process of its own.
 *
 * @param jars prefixes of the names of the Kith jars that the step needs; other jars would start
 *     other steps
 */
public record StepJvmCommand(List<String> jars) {

  /** Returns the class path, without the Kith jars that the step does not need. */
  public String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(this::isNeeded)
        .map(jar -> jar.toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private boolean isNeeded(Path jar) {
    String name = jar.getFileName().toString();
    return !name.startsWith("kith-") || jars.stream().anyMatch(name::startsWith);
  }

  /** Returns whether a GET request to the step is answered with status 200. */
  public static boolean answers(int port, String path) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + path).toURL();
      return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
