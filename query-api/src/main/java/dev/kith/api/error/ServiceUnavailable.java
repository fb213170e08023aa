package dev.kith.api.error;

/** Elasticsearch or Kafka is unavailable now: 503. */
public final class ServiceUnavailable extends RuntimeException {
  /** With a message that names the unavailable server. */
  public ServiceUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
