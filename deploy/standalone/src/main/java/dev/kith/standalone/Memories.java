package dev.kith.standalone;

/**
 * The heaps of all parts.
 *
 * @param quick compile little: for short runs such as tests
 */
record Memories(
    String broker, String registry, String elasticsearch, String services, boolean quick) {

  /** All parts together below 3 GB. */
  static Memories usual() {
    return new Memories("256m", "160m", "768m", "640m", Boolean.getBoolean("kith.quick"));
  }
}
