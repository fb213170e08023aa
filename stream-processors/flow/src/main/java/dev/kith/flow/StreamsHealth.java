package dev.kith.flow;

import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.reactivestreams.Publisher;

/**
 * Whether a step is running, catching up (and how far behind it is), waiting for a server, or dead.
 */
@EachBean(StreamsService.class)
@Requires(classes = HealthIndicator.class)
class StreamsHealth implements HealthIndicator {
  private final StreamsService service;
  private final ServerAvailability servers;

  StreamsHealth(StreamsService service, ServerAvailability servers) {
    this.service = service;
    this.servers = servers;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, Object> details = new TreeMap<>(service.figures());
    details.put("state", service.state());
    details.put("lag", service.lag());
    Optional<String> trouble = servers.trouble();
    trouble.ifPresent(reason -> details.put("waiting", reason));
    boolean works = service.isAlive() && trouble.isEmpty();
    var result =
        HealthResult.builder(service.step(), works ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build();
    return Publishers.just(result);
  }
}
