package dev.kith.ingest.activitystreams.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first eight bytes of a text's SHA-256: a short key for which no collision can be constructed.
 */
final class Hash64 {
  private static final MessageDigest EMPTY = sha256();

  private Hash64() {}

  public static long of(String text) {
    try {
      // Cheaper than asking the platform each time.
      var digest = (MessageDigest) EMPTY.clone();
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
