package dev.kith.ingest.http;

import dev.kith.ingest.SourceException.Refused;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Follows a redirect where that is safe. */
final class Redirect {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> KEEPING_BODY = Set.of(307, 308);

  private Redirect() {}

  static boolean is(int status) {
    return STATUSES.contains(status);
  }

  /** Whether the old address is not to be used any more (RFC 9110, section 15.4). */
  static boolean isPermanent(int status) {
    return status == 301 || status == 308;
  }

  /** The request to send next. Another origin gets neither credential nor headers nor body. */
  static ResourceRequest follow(ResourceRequest request, HttpResponse<?> response) throws Refused {
    URI target = target(request, response);
    Origin from = Origin.of(request.address());
    Origin to = Origin.of(target);
    if (from.isEncrypted() && !to.isEncrypted()) {
      throw refused(request, "a redirect that stays on https", "one to http");
    }
    boolean isSameOrigin = from.equals(to);
    boolean isAllowed = request.isRepeatable() || KEEPING_BODY.contains(response.statusCode());
    if ((!isSameOrigin && request.body() != null) || !isAllowed) {
      throw refused(request, "no redirect of a request that sends data", "one to " + to);
    }
    return new ResourceRequest(
        request.method(),
        target,
        request.name(),
        request.credential(),
        request.validators(),
        isSameOrigin ? request.headers() : Map.of(),
        request.body(),
        request.mediaTypes(),
        request.statuses());
  }

  private static URI target(ResourceRequest request, HttpResponse<?> response) throws Refused {
    try {
      return request.address().resolve(response.headers().firstValue("Location").orElseThrow());
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw refused(request, "a redirect with an address", "one without");
    }
  }

  private static Refused refused(ResourceRequest request, String expected, String found) {
    return new Refused(
        "%s: expected %s, found %s; set the address it should be read from"
            .formatted(request, expected, found),
        null);
  }
}
