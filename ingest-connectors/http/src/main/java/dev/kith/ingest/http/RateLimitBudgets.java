package dev.kith.ingest.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of all servers and tokens. A server may have several limits for one token, such as
 * GitHub's for search and for GraphQL; its responses tell which of them counts for an endpoint.
 */
final class RateLimitBudgets {
  private static final String LIMIT = "X-RateLimit-Resource";
  private static final Pattern ENDPOINT = Pattern.compile("^(?:/api(?:/v\\d+)?)?/([^/]*)");

  private final HttpSettings settings;
  private final Map<Key, RateLimitBudget> budgets = new ConcurrentHashMap<>();
  private final Map<Endpoint, String> limits = new ConcurrentHashMap<>();

  /** One server, one token or none, and the name of one limit; empty if the server names none. */
  private record Key(Origin server, String fingerprint, String limit) {}

  /** The addresses of one server that begin with the same name, as {@code /search}. */
  private record Endpoint(Origin server, String name) {
    static Endpoint of(URI address) {
      Matcher name = ENDPOINT.matcher(String.valueOf(address.getRawPath()));
      return new Endpoint(Origin.of(address), name.find() ? name.group(1) : "");
    }
  }

  RateLimitBudgets(HttpSettings settings) {
    this.settings = settings;
  }

  /** The budget in which a request is reserved, as far as earlier responses have told. */
  RateLimitBudget budget(URI address, @Nullable String authorization) {
    String limit = limits.getOrDefault(Endpoint.of(address), "");
    String fingerprint = authorization == null ? "" : Credential.fingerprint(authorization);
    Origin server = Origin.of(address);
    return budgets.computeIfAbsent(
        new Key(server, fingerprint, limit), key -> new RateLimitBudget(server.host(), settings));
  }

  /** The budget for which a response counts; it learns what is left of it. */
  RateLimitBudget counted(
      URI address, @Nullable String authorization, HttpHeaders headers, Instant now) {
    headers
        .firstValue(LIMIT)
        .filter(limit -> limit.matches("[\\w-]{1,60}"))
        .ifPresent(limit -> limits.put(Endpoint.of(address), limit));
    RateLimitBudget budget = budget(address, authorization);
    budget.update(headers, now);
    return budget;
  }
}
