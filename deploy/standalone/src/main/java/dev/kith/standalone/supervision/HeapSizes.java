package dev.kith.standalone.supervision;

/**
 * The heaps of all parts.
 *
 * @param quick compile little: for short runs such as tests
 */
record HeapSizes(
    String broker, String registry, String elasticsearch, String services, boolean quick) {

  /** All parts together below 3 GB. */
  static HeapSizes usual() {
    return new HeapSizes("256m", "160m", "768m", "640m", Boolean.getBoolean("kith.quick"));
  }
}
