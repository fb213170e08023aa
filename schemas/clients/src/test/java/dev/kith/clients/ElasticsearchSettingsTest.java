package dev.kith.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElasticsearchSettingsTest {
  private static final String URL = "https://localhost:9200";

  @Test
  void needOnlyTheAddress() throws Exception {
    try (var context = ApplicationContext.run(Map.of("kith.elasticsearch.url", URL))) {
      var settings = context.getBean(ElasticsearchSettings.class);

      assertThat(settings)
          .isEqualTo(new ElasticsearchSettings(URL, null, null, null, null, "kith-"));
      settings.connect().close();
    }
  }

  @Test
  void aPasswordWithoutUserIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ElasticsearchSettings(URL, null, null, "secret", null, "kith-"))
        .withMessageContaining("username and password together");
  }

  @Test
  void aKeyBesideAUserIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ElasticsearchSettings(URL, "key", "ann", "secret", null, "kith-"))
        .withMessageContaining("found both");
  }

  @Test
  void anAuthorityThatIsNoFileIsNamed() {
    var settings = new ElasticsearchSettings(URL, null, null, null, "/nowhere/ca.pem", "kith-");

    assertThatThrownBy(settings::connect).hasMessageContaining("/nowhere/ca.pem");
  }

  @Test
  void secretsDoNotStandInALog() {
    assertThat(new ElasticsearchSettings(URL, "topsecret", null, null, null, "kith-").toString())
        .doesNotContain("topsecret");
  }
}
