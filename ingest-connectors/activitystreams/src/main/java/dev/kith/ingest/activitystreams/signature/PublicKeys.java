package dev.kith.ingest.activitystreams.signature;

import dev.kith.ingest.SourceException;

/** Finds the public keys of actors. */
public interface PublicKeys {
  /**
   * The key, possibly from a cache.
   *
   * @param keyId address of the key
   * @throws InvalidSignatureException if there is no such key
   * @throws SourceException if its server cannot be read now
   */
  ActorKey find(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException;

  /** The key as it is now, after a cached one did not verify a signature. */
  ActorKey refresh(String keyId)
      throws InvalidSignatureException, SourceException, InterruptedException;
}
