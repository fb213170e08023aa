package dev.kith.ingest.activitystreams.federation;

/** The server that a document is from cannot be read now; the document may be sent again. */
public final class OriginUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OriginUnavailableException(Throwable cause) {
    super("expected the server of a document to confirm it, found that it cannot be read", cause);
  }
}
