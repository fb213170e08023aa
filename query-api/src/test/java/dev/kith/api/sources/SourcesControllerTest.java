package dev.kith.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.Caller;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of sources over HTTP. No other server runs. */
@MicronautTest
@Property(name = "kith.elasticsearch.url", value = "http://127.0.0.1:1")
@Property(name = "kith.kafka.bootstrap-servers", value = "127.0.0.1:1")
@Property(name = "kith.kafka.registry", value = "http://127.0.0.1:1")
@Property(name = "kith.api.port", value = "-1")
@Property(name = "test.sources", value = "changeable")
class SourcesControllerTest {
  private final EmbeddedServer server;
  private Caller caller;

  SourcesControllerTest(EmbeddedServer server) {
    this.server = server;
    this.caller = new Caller("");
  }

  @BeforeEach
  void connect() {
    caller = new Caller(server.getURL().toString());
  }

  private Caller.Answer patch(String source, String body) {
    return caller.send(
        HttpRequest.newBuilder(caller.address("/api/sources/" + source))
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body)));
  }

  @Test
  void oneSourceIsShownByItsName() {
    assertThat(caller.ask("/api/sources/inbox").path("network").asText()).isEqualTo("mail");
    assertThat(caller.get("/api/sources/nowhere").status()).isEqualTo(404);
  }

  @Test
  void aSettingIsChanged() {
    Caller.Answer changed = patch("inbox", "{\"settings\": {\"imap.port\": \"1143\"}}");

    assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    assertThat(caller.ask("/api/sources/inbox").at("/settings/imap.port").asText())
        .isEqualTo("1143");
  }

  @Test
  void aSettingThatIsNotAcceptedIsNamedWithWhatWasExpectedAndFound() {
    Caller.Answer refused = patch("inbox", "{\"settings\": {\"imap.port\": \"many\"}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/parameter").asText()).isEqualTo("imap.port");
    assertThat(refused.json().path("detail").asText())
        .isEqualTo("imap.port: expected a whole number, found many");
  }

  @Test
  void aChangeNamesSettingsAndASourceThatIsThere() {
    assertThat(patch("inbox", "{\"settings\": {}}").json().at("/errors/0/parameter").asText())
        .isEqualTo("settings");
    assertThat(patch("nowhere", "{\"settings\": {\"imap.port\": \"1143\"}}").status())
        .isEqualTo(404);
  }
}
