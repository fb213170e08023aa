package dev.kith.benchmarks.search;

/** What is asked. */
enum BenchmarkQuery {
  /** People by a given name, a family name, or both. */
  NAME,
  /** People by the beginning of a name, as it is being typed. */
  PREFIX,
  /** People by a name with a letter wrong. */
  MISTYPED,
  /** People by what they talk about: one or two words. */
  TOPIC,
  /** Those whom the asker knows, closest first. */
  ACQUAINTANCES,
  /** The asker's relationships by strength. */
  CLOSEST,
  /** With whom the asker is losing touch. */
  LOSING_TOUCH,
  /** Where anybody is losing touch. */
  ALL_LOSING_TOUCH,
  /** Who can introduce the asker to somebody. */
  INTRODUCTIONS
}
