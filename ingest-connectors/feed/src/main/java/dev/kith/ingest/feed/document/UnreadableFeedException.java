package dev.kith.ingest.feed.document;

import org.jspecify.annotations.Nullable;

/** Why a document is not a feed: what was expected, what was found. */
public final class UnreadableFeedException extends Exception {
  private static final long serialVersionUID = 1;

  /** With a phrase that quotes nothing of the document. */
  public UnreadableFeedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
