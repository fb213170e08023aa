package dev.kith.api.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** The whole service, as it runs, over real indices; Kafka is away. */
public final class Service {
  private Service() {}

  /** On a port of its own, asked as somebody. */
  public static EmbeddedServer over(RealIndices indices, String as) {
    return ApplicationContext.run(
        EmbeddedServer.class,
        Map.of(
            "kith.elasticsearch.url",
            indices.url,
            "kith.elasticsearch.prefix",
            indices.prefix,
            "kith.kafka.bootstrap-servers",
            "127.0.0.1:1",
            "kith.kafka.registry",
            "http://127.0.0.1:1",
            "kith.api.port",
            -1,
            "kith.api.as",
            as),
        "test");
  }
}
