package dev.kith.ingest.activitystreams.signature;

import dev.kith.ingest.SourceException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Verifies that a request was signed by the actor whose key its signature names. */
public final class SignatureVerifier {
  /** As long as Mastodon accepts: a server that was offline may deliver late. */
  private static final Duration OLDEST = Duration.ofHours(12);

  private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

  private static final Set<String> ADDRESSES =
      Set.of("(request-target)", "@target-uri", "@request-target", "@path");
  private static final Set<String> HOSTS = Set.of("host", "@authority", "@target-uri");
  private static final Set<String> METHODS = Set.of("(request-target)", "@method");

  private final PublicKeys keys;
  private final InstantSource clock;

  public SignatureVerifier(PublicKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Verifies a request.
   *
   * @return the address of the actor who signed it
   * @throws InvalidSignatureException if it is not signed as it has to be
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

  /** A signature of less could be sent with another body, or to another inbox. */
  private static void checkCoverage(Set<String> covered) throws InvalidSignatureException {
    require(covered, METHODS, "the method");
    require(covered, ADDRESSES, "the path");
    require(covered, HOSTS, "the host");
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
    if (isExpired || made.isBefore(now.minus(OLDEST)) || made.isAfter(now.plus(CLOCK_DIFFERENCE))) {
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
