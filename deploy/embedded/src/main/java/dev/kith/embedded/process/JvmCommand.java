package dev.kith.embedded.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of this version that ends with its parent. */
public final class JvmCommand {

  private final List<String> flags = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();

  private JvmCommand(String heap) {
    // Several small JVMs share a machine: one collector thread each, and unused memory is returned.
    flags.addAll(List.of("-Xms32m", "-Xmx" + heap, "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10"));
    flags.addAll(List.of("-XX:MaxHeapFreeRatio=30", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto"));
    flags.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
    classPath.add(self().toString());
  }

  public static JvmCommand withHeap(String heap) {
    return new JvmCommand(heap);
  }

  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  public JvmCommand flags(List<String> more) {
    flags.addAll(more);
    return this;
  }

  public JvmCommand classPath(String more) {
    classPath.add(more);
    return this;
  }

  public List<String> running(String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java().toString()));
    command.addAll(flags);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.addAll(List.of(ParentBoundMain.class.getName(), mainClass));
    command.addAll(arguments);
    return command;
  }

  private static Path self() {
    try {
      return Path.of(
          ParentBoundMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
