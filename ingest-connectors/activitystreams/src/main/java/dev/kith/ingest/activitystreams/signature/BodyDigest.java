package dev.kith.ingest.activitystreams.signature;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the body of a request against the digest in a header. */
final class BodyDigest {
  /** {@code SHA-256=…} of RFC 3230, or {@code sha-256=:…:} of RFC 9530. */
  private static final Pattern DIGEST =
      Pattern.compile("(?i)(sha-256|sha-512)\\s*=\\s*:?([A-Za-z0-9+/]+={0,2}):?");

  private static final Map<String, HashFunction> FUNCTIONS =
      Map.of("sha-256", Hashing.sha256(), "sha-512", Hashing.sha512());

  private BodyDigest() {}

  /**
   * Checks all digests of a header.
   *
   * @param header {@code digest} or {@code content-digest}
   */
  static void check(SignedRequest request, String header) throws InvalidSignatureException {
    Matcher digest = DIGEST.matcher(request.header(header).orElse(""));
    boolean isChecked = false;
    while (digest.find()) {
      HashFunction function =
          FUNCTIONS.getOrDefault(digest.group(1).toLowerCase(Locale.ROOT), Hashing.sha256());
      byte[] found = function.hashBytes(request.body()).asBytes();
      if (!MessageDigest.isEqual(found, decoded(digest.group(2)))) {
        throw new InvalidSignatureException(
            header + ": expected the digest of the body, found another");
      }
      isChecked = true;
    }
    if (!isChecked) {
      throw new InvalidSignatureException(
          header + ": expected sha-256 or sha-512 of the body, found neither");
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
