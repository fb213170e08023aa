package dev.kith.ingest.runtime.status;

import dev.kith.schemas.SourceState;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The health of "sources": down if a source needs a person, or stopped because of a failure. */
@Singleton
public final class SourceHealthIndicator implements HealthIndicator {
  private final SourceStatusRegistry statuses;

  public SourceHealthIndicator(SourceStatusRegistry statuses) {
    this.statuses = statuses;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(result());
  }

  public HealthResult result() {
    Map<String, Object> details = new LinkedHashMap<>();
    statuses.all().forEach(status -> details.put(status.source(), details(status)));
    boolean isWell = statuses.all().stream().noneMatch(SourceHealthIndicator::hasFailed);
    return HealthResult.builder("sources", isWell ? HealthStatus.UP : HealthStatus.DOWN)
        .details(details)
        .build();
  }

  private static boolean hasFailed(SourceStatus status) {
    return status.state() == SourceState.NEEDS_A_PERSON
        || (status.state() == SourceState.STOPPED && status.message() != null);
  }

  private static Map<String, Object> details(SourceStatus status) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("network", status.network());
    details.put("state", status.state().name());
    if (status.message() != null) {
      details.put("message", status.message());
    }
    details.put("read", status.read());
    details.put("unreadable", status.unreadable());
    status.remaining().ifPresent(remaining -> details.put("remaining", remaining));
    details.put("rate", status.rate());
    details.put("at", status.at().toString());
    return details;
  }
}
