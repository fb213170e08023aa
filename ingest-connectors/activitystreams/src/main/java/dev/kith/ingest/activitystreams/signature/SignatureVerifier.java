package dev.kith.ingest.activitystreams.signature;

import dev.kith.ingest.SourceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Verifies that a request was signed with the key that its signature names. */
public final class SignatureVerifier {
  /** As in Mastodon: a server that was offline may deliver late. */
  private static final Duration MAX_AGE = Duration.ofHours(12);

  private static final Duration MAX_CLOCK_SKEW = Duration.ofHours(1);

  private static final Set<String> PATH_COMPONENTS =
      Set.of("(request-target)", "@target-uri", "@request-target", "@path");
  private static final Set<String> HOST_COMPONENTS = Set.of("host", "@authority", "@target-uri");
  private static final Set<String> METHOD_COMPONENTS = Set.of("(request-target)", "@method");

  private final PublicKeys keys;
  private final InstantSource clock;

  public SignatureVerifier(PublicKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Verifies a request.
   *
   * @return address of the actor that signed it
   * @throws InvalidSignatureException if the signature is missing, invalid, expired or covers too
   *     little
   * @throws SourceException if the key cannot be read now
   */
  public String verify(SignedRequest request)
      throws InvalidSignatureException, SourceException, InterruptedException {
    MessageSignature signature = MessageSignature.of(request);
    checkCoverage(signature.covered());
    checkTime(request, signature);
    for (String header : Set.of("digest", "content-digest")) {
      if (signature.covered().contains(header)) {
        BodyDigest.check(request, header);
      }
    }
    ActorKey key = keys.find(signature.keyId());
    if (!signature.isProvenBy(key.key())) {
      key = keys.refresh(signature.keyId());
    }
    if (!signature.isProvenBy(key.key())) {
      throw new InvalidSignatureException(
          "Signature: expected one that the actor's public key proves, found another");
    }
    return key.actor();
  }

  /** A signature that covers less could be replayed with another body, or to another inbox. */
  private static void checkCoverage(Set<String> covered) throws InvalidSignatureException {
    require(covered, METHOD_COMPONENTS, "the method");
    require(covered, PATH_COMPONENTS, "the path");
    require(covered, HOST_COMPONENTS, "the host");
    require(covered, Set.of("digest", "content-digest"), "the digest of the body");
  }

  private static void require(Set<String> covered, Set<String> oneOf, String part)
      throws InvalidSignatureException {
    if (oneOf.stream().noneMatch(covered::contains)) {
      throw new InvalidSignatureException(
          "Signature: expected one that covers " + part + ", found one that does not");
    }
  }

  private void checkTime(SignedRequest request, MessageSignature signature)
      throws InvalidSignatureException {
    Instant now = clock.instant();
    Instant made = signature.created() == null ? date(request, signature) : signature.created();
    boolean isExpired = signature.expires() != null && now.isAfter(signature.expires());
    if (isExpired || made.isBefore(now.minus(MAX_AGE)) || made.isAfter(now.plus(MAX_CLOCK_SKEW))) {
      throw new InvalidSignatureException(
          "Signature: expected one of the last 12 hours, found an older, expired or future one");
    }
  }

  private static Instant date(SignedRequest request, MessageSignature signature)
      throws InvalidSignatureException {
    try {
      if (signature.covered().contains("date")) {
        String date = request.header("date").orElse("");
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      }
    } catch (DateTimeException e) {
      throw new InvalidSignatureException("Date: expected a date (RFC 9110), found none");
    }
    throw new InvalidSignatureException(
        "Signature: expected one that covers the date or created, found one that does not");
  }
}
