package dev.kith.api.searches;

import dev.kith.api.error.InvalidParameterException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** 64-bit hashes of ids; a saved search remembers some thousands. */
final class IdHashes {
  private static final int MAX = 2_000;

  private IdHashes() {}

  static long of(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hashes as text. */
  static String written(List<Long> hashes) {
    ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * Long.BYTES);
    hashes.forEach(bytes::putLong);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Parses what {@link #written} returns. */
  static List<Long> read(String written) {
    ByteBuffer bytes = ByteBuffer.wrap(decoded(written));
    if (bytes.remaining() % Long.BYTES != 0 || bytes.remaining() > MAX * Long.BYTES) {
      throw refused();
    }
    var hashes = new ArrayList<Long>();
    while (bytes.hasRemaining()) {
      hashes.add(bytes.getLong());
    }
    return List.copyOf(hashes);
  }

  private static byte[] decoded(String written) {
    try {
      return Base64.getUrlDecoder().decode(written);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static InvalidParameterException refused() {
    return InvalidParameterException.because(
        "until", "expected the value of until in the updates of this search");
  }
}
