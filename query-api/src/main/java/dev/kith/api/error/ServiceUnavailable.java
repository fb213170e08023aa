package dev.kith.api.error;

/** Elasticsearch or Kafka is unavailable now: 503. */
public final class ServiceUnavailable extends RuntimeException {
  /** Says which part. */
  public ServiceUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
