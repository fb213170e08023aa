package dev.kith.ingest.activitystreams.signature;

import java.security.PublicKey;

/**
 * A public key and whose it is.
 *
 * @param actor address of the actor who signs with it
 * @param key that proves the signatures
 */
public record ActorKey(String actor, PublicKey key) {}
