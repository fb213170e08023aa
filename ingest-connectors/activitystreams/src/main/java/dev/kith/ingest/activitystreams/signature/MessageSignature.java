package dev.kith.ingest.activitystreams.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signature of a request.
 *
 * @param keyId address of the key that proves it
 * @param algorithm name, or the empty text if the key decides
 * @param covered names of what is signed
 * @param created when it was made, if it says so
 * @param expires from when on it is void, if it says so
 * @param bases texts of which one is signed; several if the scheme of the request is signed, which
 *     a proxy may have changed
 * @param bytes the signature itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
record MessageSignature(
    String keyId,
    String algorithm,
    Set<String> covered,
    @Nullable Instant created,
    @Nullable Instant expires,
    List<String> bases,
    byte[] bytes) {

  /** The signature of a request, in the form of RFC 9421 if it has both. */
  static MessageSignature of(SignedRequest request) throws InvalidSignatureException {
    return request.header("signature-input").isPresent()
        ? new Rfc9421Parser(request).parse()
        : new CavageParser(request).parse();
  }

  boolean isProvenBy(PublicKey key) {
    return bases.stream()
        .anyMatch(base -> SignatureAlgorithm.verify(key, algorithm, base.getBytes(UTF_8), bytes));
  }
}
