package dev.kith.embedded.process;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process to start.
 *
 * @param environment replaces the parent's; a part depends on nothing that happens to be set
 * @param input the first bytes on its standard input, which stays open until it shall end
 */
public record LaunchSpec(
    List<String> command, Map<String, String> environment, Path folder, ByteBuffer input) {

  public LaunchSpec(List<String> command, Path folder) {
    this(command, Map.of("PATH", "/usr/bin:/bin"), folder, ByteBuffer.allocate(0));
  }
}
