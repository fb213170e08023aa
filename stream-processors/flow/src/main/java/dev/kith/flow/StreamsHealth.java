package dev.kith.flow;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.TreeMap;
import org.reactivestreams.Publisher;

/** Whether a step is running, catching up (and how far behind it is) or dead. */
@EachBean(StreamsService.class)
@Requires(classes = HealthIndicator.class)
class StreamsHealth implements HealthIndicator {
  private final StreamsService service;

  StreamsHealth(StreamsService service) {
    this.service = service;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, Object> details = new TreeMap<>(service.figures());
    details.put("state", service.state());
    details.put("lag", service.lag());
    var result =
        HealthResult.builder(
                service.step(), service.isAlive() ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build();
    return Publishers.just(result);
  }
}
