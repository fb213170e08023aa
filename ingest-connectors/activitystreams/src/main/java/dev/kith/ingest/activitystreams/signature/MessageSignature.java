package dev.kith.ingest.activitystreams.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a request, parsed but not verified.
 *
 * @param keyId address of the key that verifies it
 * @param algorithm name of the algorithm; empty if the key determines it
 * @param covered names of the signed components
 * @param created time of the signature, if stated
 * @param expires time after which it is invalid, if stated
 * @param bases possible signature bases; several if the scheme of the request is signed, because a
 *     proxy may have changed it
 * @param bytes value of the signature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only passed on
record MessageSignature(
    String keyId,
    String algorithm,
    Set<String> covered,
    @Nullable Instant created,
    @Nullable Instant expires,
    List<String> bases,
    byte[] bytes) {

  /** Parses the signature of a request; RFC 9421 takes precedence if both forms are there. */
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
