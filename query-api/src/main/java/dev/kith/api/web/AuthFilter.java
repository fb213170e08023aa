package dev.kith.api.web;

import dev.kith.api.ApiSettings;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks access. With a token, it admits requests that carry the token. Without a token, it admits
 * requests on this machine with a matching Host header, so that no web page can reach the service
 * by DNS rebinding or send a request from another origin.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AuthFilter {
  private static final Pattern LOCAL =
      Pattern.compile("(?i)(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?");
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** The attribute in which Micronaut expects the principal; health shows it the details. */
  private static final String PRINCIPAL = "micronaut.AUTHENTICATION";

  private static final Principal OPERATOR = () -> "operator";

  private final @Nullable String token;

  AuthFilter(ApiSettings settings) {
    this.token = settings.token();
  }

  @RequestFilter
  @Nullable HttpResponse<?> enter(HttpRequest<?> request) {
    HttpResponse<?> refused =
        token == null ? refuseStrangers(request) : refuseWithout(token, request);
    return refused != null ? refused : refuseForeignPages(request);
  }

  private static @Nullable HttpResponse<?> refuseStrangers(HttpRequest<?> request) {
    String host = request.getHeaders().get("Host");
    if (host == null || !LOCAL.matcher(host).matches()) {
      return ErrorHandlers.problem(
          HttpStatus.FORBIDDEN,
          "Host: expected localhost or 127.0.0.1, for there is no kith.api.token",
          null);
    }
    request.setAttribute(PRINCIPAL, OPERATOR);
    return null;
  }

  private static @Nullable HttpResponse<?> refuseWithout(String token, HttpRequest<?> request) {
    if (hasToken(token, request)) {
      request.setAttribute(PRINCIPAL, OPERATOR);
      return null;
    }
    return isProtected(request.getPath())
        ? ErrorHandlers.problem(
                HttpStatus.UNAUTHORIZED, "expected the header Authorization: Bearer TOKEN", null)
            .header("WWW-Authenticate", "Bearer realm=\"kith\"")
        : null;
  }

  /** Compares in constant time. */
  private static boolean hasToken(String token, HttpRequest<?> request) {
    String given = request.getHeaders().get("Authorization");
    return given != null && MessageDigest.isEqual(bytes(given), bytes("Bearer " + token));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Responses with data. The page itself, the API description and health contain none. */
  private static boolean isProtected(String path) {
    return path.startsWith("/api") || path.startsWith("/prometheus");
  }

  private @Nullable HttpResponse<?> refuseForeignPages(HttpRequest<?> request) {
    String origin = request.getHeaders().get("Origin");
    String host = request.getHeaders().get("Host");
    boolean foreign = origin != null && !origin.replaceFirst("^https?://", "").equals(host);
    return foreign && (token == null || !SAFE.contains(request.getMethod()))
        ? ErrorHandlers.problem(
            HttpStatus.FORBIDDEN, "Origin: expected a request of this service's own page", null)
        : null;
  }

  @ResponseFilter
  void leave(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "no-referrer");
    response.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    if (request.getPath().startsWith("/api")) {
      response.header("Cache-Control", "no-store");
    }
  }
}
