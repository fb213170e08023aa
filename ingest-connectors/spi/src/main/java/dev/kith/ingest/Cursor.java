package dev.kith.ingest;

/**
 * A position in a source's history. Only the connector that wrote it can read it.
 *
 * @param position in the connector's own form
 */
public record Cursor(String position) {
  /** Where a source that was never read begins. */
  public static final Cursor START = new Cursor("");
}
