package dev.kith.ingest.activitystreams.federation;

/** The origin server of a document cannot be read now; the sender may send the document again. */
public final class OriginUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OriginUnavailableException(Throwable cause) {
    super("expected the server of a document to confirm it, found that it cannot be read", cause);
  }
}
