package dev.kith.indexing;

import dev.kith.schemas.Steps;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Whether documents get into Elasticsearch, how many are to come, and what is in the way. */
@Singleton
@Requires(classes = HealthIndicator.class)
class IndexingHealth implements HealthIndicator {
  private final IndexingFactory factory;

  IndexingHealth(IndexingFactory factory) {
    this.factory = factory;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, Object> details = new HashMap<>();
    details.put("lag", factory.progress().lags());
    var trouble = factory.trouble();
    trouble.ifPresent(reason -> details.put("waiting", reason));
    var status = trouble.isPresent() ? HealthStatus.DOWN : HealthStatus.UP;
    return Publishers.just(HealthResult.builder(Steps.INDEXING, status).details(details).build());
  }
}
