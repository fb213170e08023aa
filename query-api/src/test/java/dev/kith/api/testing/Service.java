package dev.kith.api.testing;

import dev.kith.clients.KafkaSettings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** Starts the whole service over real indices. */
public final class Service {
  private static final KafkaSettings NOWHERE =
      new KafkaSettings("127.0.0.1:1", "http://127.0.0.1:1", "kith.", Map.of());

  private Service() {}

  /** On a free port, with a default viewer and without Kafka. */
  public static EmbeddedServer over(RealIndices indices, String as) {
    return start(settings(indices, NOWHERE, as));
  }

  /** The same with a feed for calendar programs. */
  public static EmbeddedServer withCalendar(RealIndices indices, String as, String token) {
    Map<String, Object> settings = settings(indices, NOWHERE, as);
    settings.put("kith.api.calendar-token", token);
    return start(settings);
  }

  /** The same beside sources that can be changed. */
  public static EmbeddedServer withSources(RealIndices indices, String as) {
    Map<String, Object> settings = settings(indices, NOWHERE, as);
    settings.put("test.sources", "changeable");
    return start(settings);
  }

  /** The same, with Elasticsearch at another address. */
  public static EmbeddedServer over(RealIndices indices, String elasticsearch, String as) {
    Map<String, Object> settings = settings(indices, NOWHERE, as);
    settings.put("kith.elasticsearch.url", elasticsearch);
    return start(settings);
  }

  /** The same with a real Kafka for saved searches. */
  public static EmbeddedServer over(RealIndices indices, KafkaSettings kafka, String as) {
    Map<String, Object> settings = settings(indices, kafka, as);
    settings.put("test.kafka", "real");
    return start(settings);
  }

  private static EmbeddedServer start(Map<String, Object> settings) {
    return ApplicationContext.run(EmbeddedServer.class, settings, "test");
  }

  private static Map<String, Object> settings(RealIndices indices, KafkaSettings kafka, String as) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("kith.elasticsearch.url", indices.url);
    settings.put("kith.elasticsearch.prefix", indices.prefix);
    settings.put("kith.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("kith.kafka.registry", kafka.registry());
    settings.put("kith.kafka.prefix", kafka.prefix());
    settings.put("kith.api.port", -1);
    settings.put("kith.api.as", as);
    return settings;
  }
}
