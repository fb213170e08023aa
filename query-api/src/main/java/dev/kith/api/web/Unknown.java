package dev.kith.api.web;

/** What was asked for does not exist. */
public final class Unknown extends RuntimeException {
  /** Says what was looked for. */
  public Unknown(String message) {
    super(message, null, false, false);
  }
}
