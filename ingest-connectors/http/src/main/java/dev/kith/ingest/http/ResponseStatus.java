package dev.kith.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Checks status and media type of a response; an unexpected one becomes a SourceException. */
record ResponseStatus(
    ResourceRequest request,
    HttpResponse<InputStream> response,
    RateLimitBudget budget,
    Instant now) {
  private static final Duration DEFAULT_WAIT = Duration.ofMinutes(1);
  private static final int MAX_INSPECTED = 4096;
  private static final Set<Integer> TEMPORARY = Set.of(408, 421, 425);
  private static final Set<Integer> POSSIBLE_LIMIT = Set.of(401, 403);

  void check() throws SourceException, IOException {
    int status = response.statusCode();
    if (status == 304 || Redirect.is(status) || request.statuses().contains(status)) {
      return;
    }
    if (status / 100 == 2) {
      checkMediaType();
      return;
    }
    throw failure(status);
  }

  private SourceException failure(int status) throws IOException {
    if (isRateLimit(status)) {
      return budget.refused(response.headers(), now, DEFAULT_WAIT);
    }
    if (status >= 500 || TEMPORARY.contains(status)) {
      return new Unavailable(message(status, "it is tried again"), null);
    }
    return new Refused(message(status, advice(status)), null);
  }

  /** GitHub reports a rate limit with 403, sometimes only in the text of the body. */
  private boolean isRateLimit(int status) throws IOException {
    boolean hasRetryAfter = response.headers().firstValue("Retry-After").isPresent();
    return status == 429
        || (status == 503 && hasRetryAfter)
        || (POSSIBLE_LIMIT.contains(status)
            && (hasRetryAfter || budget.isExhausted() || hasLimitText()));
  }

  private boolean hasLimitText() throws IOException {
    InputStream body = BodyReader.unpacked(response.body(), response.headers());
    String start = new String(body.readNBytes(MAX_INSPECTED), UTF_8);
    return start.toLowerCase(Locale.ROOT).contains("rate limit");
  }

  private static String advice(int status) {
    return switch (status) {
      case 401 -> "the credential is missing, wrong, expired or revoked: set a new one";
      case 403 -> "the credential does not permit it: give it the permission, or set another";
      case 404 -> "it does not exist, or the credential may not see it: check both";
      case 410 -> "it was removed for good: remove the source, or set another address";
      case 422 -> "it is not accepted so, or not from this user: check credential and settings";
      default -> "check the settings of the source";
    };
  }

  private String message(int status, String advice) {
    return "%s: expected 200, found %d; %s".formatted(request, status, advice);
  }

  /** A login page, or an error page of a proxy, must not be read as an empty response. */
  private void checkMediaType() throws Unavailable {
    String found =
        response
            .headers()
            .firstValue("Content-Type")
            .map(value -> value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
            .orElse("");
    if (!found.isEmpty()
        && !request.mediaTypes().isEmpty()
        && request.mediaTypes().stream().noneMatch(expected -> isKindOf(found, expected))) {
      throw new Unavailable(
          "%s: expected %s, found another content type; check the address if that lasts"
              .formatted(request, String.join(" or ", request.mediaTypes())),
          null);
    }
  }

  /** {@code application/activity+json} counts as {@code application/json} (RFC 6839). */
  private static boolean isKindOf(String found, String expected) {
    String suffix = "+" + expected.substring(expected.lastIndexOf('/') + 1);
    return found.equals(expected) || found.endsWith(suffix);
  }
}
