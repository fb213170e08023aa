package dev.kith.ingest.activitystreams.signature;

import java.security.PublicKey;

/**
 * A public key and its owner.
 *
 * @param actor address of the actor that signs with the key
 * @param key that verifies the signatures of the actor
 */
public record ActorKey(String actor, PublicKey key) {}
