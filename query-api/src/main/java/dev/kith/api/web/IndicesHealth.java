package dev.kith.api.web;

import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.index.SearchClient;
import dev.kith.api.query.Filters;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Reports whether the indices can be searched. */
@Singleton
final class IndicesHealth implements HealthIndicator {
  private static final String NAME = "query-api";

  private final SearchClient client;
  private final ExecutorService blocking;

  IndicesHealth(SearchClient client, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.client = client;
    this.blocking = blocking;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(this::look, blocking));
  }

  private HealthResult look() {
    try {
      long people = client.count(client.indices().people(), Filters.is("ended", false));
      client.requireAll();
      return HealthResult.builder(NAME, HealthStatus.UP).details(Map.of("people", people)).build();
    } catch (ServiceUnavailable e) {
      return HealthResult.builder(NAME, HealthStatus.DOWN)
          .details(Map.of("error", String.valueOf(e.getMessage())))
          .build();
    }
  }
}
