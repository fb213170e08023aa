package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
  private static final Map<String, Object> LEAST =
      Map.of(
          "kith.kafka.bootstrap-servers", "localhost:9092",
          "kith.kafka.registry", "http://localhost:8081");

  @Test
  void needOnlyTheTwoAddresses() {
    try (var context = ApplicationContext.run(LEAST)) {
      var settings = context.getBean(KafkaSettings.class);

      assertThat(settings.prefix()).isEqualTo("kith.");
      assertThat(settings.client())
          .containsExactlyEntriesOf(Map.of("bootstrap.servers", "localhost:9092"));
    }
  }

  @Test
  void furtherPropertiesGoToTheirClients() {
    try (var context =
        ApplicationContext.run(
            Map.of(
                "kith.kafka.bootstrap-servers", "localhost:9092",
                "kith.kafka.registry", "http://localhost:8081",
                "kith.kafka.properties.security.protocol", "SSL",
                "kith.kafka.properties.ssl.truststore.location", "/etc/kith/trust.p12",
                "kith.kafka.properties.basic.auth.user.info", "kith:secret"))) {
      var settings = context.getBean(KafkaSettings.class);

      assertThat(settings.client())
          .containsEntry("security.protocol", "SSL")
          .containsEntry("ssl.truststore.location", "/etc/kith/trust.p12")
          .doesNotContainKey("basic.auth.user.info");
      assertThat(settings.registryProperties())
          .containsExactlyEntriesOf(Map.of("basic.auth.user.info", "kith:secret"));
      assertThat(settings.toString()).doesNotContain("secret");
    }
  }
}
