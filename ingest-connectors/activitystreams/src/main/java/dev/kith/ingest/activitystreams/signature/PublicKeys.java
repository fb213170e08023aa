package dev.kith.ingest.activitystreams.signature;

import dev.kith.ingest.SourceException;

/** Finds the public keys of actors. */
public interface PublicKeys {
  /**
   * The key, perhaps as it was found earlier.
   *
   * @param keyId its address
   * @throws InvalidSignatureException if there is no such key
   * @throws SourceException if its server cannot be read
   */
  ActorKey find(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException;

  /** The key as it is now, after one found earlier did not prove a signature. */
  ActorKey refresh(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException;
}
