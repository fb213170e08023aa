package dev.kith.ingest.icalendar;

/** Why an event cannot be read: what was expected, what was found, and where. Quotes nothing. */
public final class InvalidEventException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidEventException(String message) {
    super(message);
  }
}
