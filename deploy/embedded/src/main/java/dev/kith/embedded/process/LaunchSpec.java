package dev.kith.embedded.process;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param environment replaces the environment of the parent, so that a part does not depend on it
 * @param input the first bytes on standard input, which stays open until the process is stopped
 */
public record LaunchSpec(
    List<String> command, Map<String, String> environment, Path folder, ByteBuffer input) {

  public LaunchSpec(List<String> command, Path folder) {
    this(command, Map.of("PATH", "/usr/bin:/bin"), folder, ByteBuffer.allocate(0));
  }
}
