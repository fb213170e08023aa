package dev.kith.api.error;

/** A part this service depends on cannot be asked now; trying again later may help. */
public final class ServiceUnavailable extends RuntimeException {
  /** Says which part. */
  public ServiceUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
