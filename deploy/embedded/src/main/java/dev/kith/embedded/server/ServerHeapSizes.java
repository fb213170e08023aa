package dev.kith.embedded.server;

import java.util.List;

/**
 * The heap size of each part, and whether it is tuned for a fast start.
 *
 * @param quick compile little: for short runs such as tests
 */
public record ServerHeapSizes(String broker, String registry, String elasticsearch, boolean quick) {

  /** The heap sizes for a laptop: all parts together below 3 GB. */
  public static ServerHeapSizes usual() {
    return new ServerHeapSizes("256m", "160m", "768m", false);
  }

  public static ServerHeapSizes forTests() {
    return new ServerHeapSizes("256m", "160m", "400m", true);
  }

  /** The same sizes for a short run. */
  public ServerHeapSizes quickToStart() {
    return new ServerHeapSizes(broker, registry, elasticsearch, true);
  }

  /** Arguments of a JVM that decide how much it compiles. */
  public List<String> compiler() {
    return quick ? List.of("-XX:TieredStopAtLevel=1") : List.of();
  }
}
