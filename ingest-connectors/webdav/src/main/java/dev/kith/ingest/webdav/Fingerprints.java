package dev.kith.ingest.webdav;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short forms of versions, so that a cursor with thousands of items stays small. */
public final class Fingerprints {
  private static final int BYTES = 9;

  private Fingerprints() {}

  /** Twelve characters, the start of a SHA-256. */
  public static String of(String version) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(version.getBytes(UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
