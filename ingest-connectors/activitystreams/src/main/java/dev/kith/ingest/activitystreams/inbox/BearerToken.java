package dev.kith.ingest.activitystreams.inbox;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

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
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
  }

  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
