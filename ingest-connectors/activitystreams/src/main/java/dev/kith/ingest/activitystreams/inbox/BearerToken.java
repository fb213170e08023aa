package dev.kith.ingest.activitystreams.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The secret that opens an inbox, kept as a hash: it can be compared and never be printed. */
final class BearerToken {
  private final byte[] hash;

  BearerToken(String secret) {
    this.hash = hash(secret);
  }

  /** Takes the same time whatever is offered. */
  boolean isSameAs(String offered) {
    return MessageDigest.isEqual(hash, hash(offered));
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
