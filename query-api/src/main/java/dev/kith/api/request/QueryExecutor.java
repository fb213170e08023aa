package dev.kith.api.request;

/**
 * Limits how many requests run at once and answers them in the order of arrival. Processors that
 * switch between many requests would answer no request sooner and the long ones much later.
 */
public final class QueryExecutor {
  /** The executor on which requests are answered. */
  public static final String REQUESTS = "kith-requests";

  private QueryExecutor() {}
}
