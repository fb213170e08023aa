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
 * One step of Kith's in a process of its own, out of a class path that holds them all.
 *
 * @param jars beginnings of the names of the jars of ours it needs; other steps would start, too
 */
public record StepJvmCommand(List<String> jars) {

  /** Its class path. */
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

  /** Whether it answers, and says that all is well. */
  public static boolean answers(int port, String path) {
    try {
      var url = URI.create("http://127.0.0.1:" + port + path).toURL();
      return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
