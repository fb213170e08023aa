package dev.kith.ingest.testkit.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers one request of a recorded server with a fault. */
final class FaultInjector implements ResponseDefinitionTransformerV2 {
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile @Nullable ResponseDefinition fault;

  /** The n-th request from now on, beginning with 1. */
  void inject(ResponseDefinitionBuilder response, int request) {
    fault = response.build();
    left.set(request);
  }

  int requests() {
    return requests.get();
  }

  void reset() {
    fault = null;
    requests.set(0);
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    requests.incrementAndGet();
    ResponseDefinition injected = fault;
    return injected != null && left.decrementAndGet() == 0
        ? injected
        : event.getResponseDefinition();
  }

  @Override
  public String getName() {
    return "fault";
  }
}
