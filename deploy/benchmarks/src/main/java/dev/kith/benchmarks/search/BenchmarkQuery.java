package dev.kith.benchmarks.search;

/** The kinds of query that are measured. */
enum BenchmarkQuery {
  /** People by a given name, a family name, or both. */
  NAME,
  /** People by the first letters of a name, as in search-as-you-type. */
  PREFIX,
  /** People by a name with a typing error. */
  MISTYPED,
  /** People by one or two words about a topic. */
  TOPIC,
  /** People whom the viewer knows, closest first. */
  ACQUAINTANCES,
  /** Relationships of the viewer by strength. */
  CLOSEST,
  /** Relationships of the viewer that are cooling. */
  LOSING_TOUCH,
  /** Relationships between any two people that are cooling. */
  ALL_LOSING_TOUCH,
  /** Introductions of the viewer to another person. */
  INTRODUCTIONS
}
