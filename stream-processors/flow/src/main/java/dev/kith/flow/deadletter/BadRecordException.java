package dev.kith.flow.deadletter;

/**
 * Thrown for a record whose content is invalid, before any state was changed. The record goes to
 * {@code unreadable.v1} and the stream goes on; every other exception is a bug and stops the step.
 */
public final class BadRecordException extends RuntimeException {
  /**
   * Refuses a record.
   *
   * @param reason what was expected and what was found, without message texts
   */
  public BadRecordException(String reason) {
    super(reason);
  }
}
