package dev.kith.ingest.activitystreams.signature;

/** A request without a valid signature; the message is the reason. */
public final class InvalidSignatureException extends Exception {
  private static final long serialVersionUID = 1;

  public InvalidSignatureException(String reason) {
    super(reason);
  }
}
