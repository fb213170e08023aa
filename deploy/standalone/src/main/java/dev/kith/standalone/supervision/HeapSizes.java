package dev.kith.standalone.supervision;

/**
 * The heap sizes of all parts.
 *
 * @param quick compile little: for short runs such as tests
 */
record HeapSizes(
    String broker, String registry, String elasticsearch, String services, boolean quick) {

  /** The heap sizes for a laptop: all parts together below 3 GB. */
  static HeapSizes usual() {
    return new HeapSizes("256m", "160m", "768m", "640m", Boolean.getBoolean("kith.quick"));
  }
}
