package dev.kith.flow;

/**
 * Says that a record cannot be what it should be, before anything was changed because of it. It is
 * set aside and the stream goes on; every other exception is a bug and stops the step.
 */
public final class BadRecord extends RuntimeException {
  /**
   * Refuses a record.
   *
   * @param reason what was expected and what was found, without message texts
   */
  public BadRecord(String reason) {
    super(reason);
  }
}
