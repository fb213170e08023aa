package dev.kith.api.request;

/**
 * Requests are answered a few at once and in the order in which they came. Processors that go from
 * one to the other answer none of many sooner, and the long ones much later.
 */
public final class QueryExecutor {
  /** The executor on which requests are answered. */
  public static final String REQUESTS = "kith-requests";

  private QueryExecutor() {}
}
