package dev.kith.api.web;

/** A part this service depends on cannot be asked now; trying again later may help. */
public final class Away extends RuntimeException {
  /** Says which part. */
  public Away(String message, Throwable cause) {
    super(message, cause);
  }
}
