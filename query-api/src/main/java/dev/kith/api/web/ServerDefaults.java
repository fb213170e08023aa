package dev.kith.api.web;

import dev.kith.api.request.QueryExecutor;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/** The default settings of the HTTP server, in every program that runs it. */
@ContextConfigurer
public final class ServerDefaults implements ApplicationContextConfigurer {
  /** A priority below files, environment variables and system properties. */
  private static final int WEAKEST = -1_000;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.propertySources(PropertySource.of("kith-api-defaults", defaults(), WEAKEST));
  }

  private static Map<String, Object> defaults() {
    return Map.ofEntries(
        Map.entry("micronaut.application.name", "kith"),
        Map.entry("micronaut.server.host", "${kith.api.host:127.0.0.1}"),
        Map.entry("micronaut.server.port", "${kith.api.port:8080}"),
        Map.entry("micronaut.server.idle-timeout", "${kith.api.idle-timeout:30s}"),
        Map.entry("micronaut.server.max-request-size", "2MB"),
        // AuthFilter checks the Origin and gives a reason; Micronaut would answer without a body
        Map.entry("micronaut.server.cors.localhost-pass-through", "true"),
        Map.entry("micronaut.server.server-header", ""),
        Map.entry("micronaut.server.netty.max-initial-line-length", "16384"),
        Map.entry("micronaut.server.netty.access-logger.enabled", "false"),
        Map.entry("micronaut.executors." + QueryExecutor.REQUESTS + ".type", "fixed"),
        Map.entry(
            "micronaut.executors." + QueryExecutor.REQUESTS + ".n-threads",
            "${kith.api.max-concurrent-requests:"
                + (Runtime.getRuntime().availableProcessors() + 1)
                + "}"),
        Map.entry("micronaut.serde.serialization.inclusion", "NON_NULL"),
        Map.entry("micronaut.router.static-resources.page.paths", "classpath:static"),
        Map.entry("micronaut.router.static-resources.page.mapping", "/**"),
        Map.entry("endpoints.health.enabled", "true"),
        Map.entry("endpoints.health.sensitive", "false"),
        Map.entry("endpoints.health.details-visible", "AUTHENTICATED"),
        Map.entry("endpoints.prometheus.enabled", "true"),
        Map.entry("endpoints.prometheus.sensitive", "false"));
  }
}
