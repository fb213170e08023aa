package dev.kith.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.testing.Caller;
import dev.kith.api.testing.CountingProxy;
import dev.kith.api.testing.Documents;
import dev.kith.api.testing.RealIndices;
import dev.kith.api.testing.Service;
import dev.kith.schemas.Direction;
import dev.kith.schemas.strength.StrengthFormula;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The number of requests to Elasticsearch per request to this service. */
class RoundTripsIT {
  private final RealIndices indices = new RealIndices();
  private final CountingProxy elasticsearch = new CountingProxy(indices.url);
  private EmbeddedServer server;
  private Caller caller;

  @BeforeEach
  void start() {
    indices.keep(
        new Documents()
            .person("Ann Lee", Map.of())
            .person("Ida Ivy", Map.of())
            .person("Gil Garden", Map.of())
            .relationship(
                "Ann Lee",
                "Ida Ivy",
                StrengthFormula.standard(),
                List.of(Documents.contact(3, Direction.A_TO_B)))
            .activity(
                "meeting",
                "Ida Ivy",
                List.of("Ann Lee", "Gil Garden"),
                -1,
                Map.of("network", "calendar", "kind", "meeting"))
            .activity("m1", "Ida Ivy", List.of("Gil Garden"), 2, Map.of("text", "the garden")));
    server = Service.over(indices, elasticsearch.url(), Documents.email("Ann Lee"));
    caller = new Caller(server.getURL().toString());
  }

  @AfterEach
  void end() {
    server.close();
    elasticsearch.close();
    indices.remove();
  }

  @Test
  void aSearchForPeopleTakesThreeRequestsOnceTheViewerIsKnown() {
    assertThat(requests("q", "garden")).hasSizeLessThanOrEqualTo(4);
    assertThat(requests("q", "garden")).hasSizeBetween(1, 3);
    assertThat(requests("q", "topic:garden -knows:me")).hasSizeBetween(1, 4);
  }

  @Test
  void theContactsOfTheViewerTakeTwoRequests() {
    assertThat(requests("size", "20")).hasSizeLessThanOrEqualTo(3);
    assertThat(requests("size", "20")).hasSizeBetween(1, 2);
  }

  @Test
  void theMeetingsOfTheViewerTakeThreeRequestsOnceTheViewerIsKnown() {
    meetings();
    assertThat(meetings()).hasSizeBetween(1, 3);
  }

  private List<String> meetings() {
    return elasticsearch.pathsDuring(
        () ->
            assertThat(caller.ask("/api/meetings").path("meetings").path(0).path("attendees"))
                .hasSize(2));
  }

  private List<String> requests(String... parameters) {
    return elasticsearch.pathsDuring(
        () -> assertThat(caller.ask("/api/people", parameters).path("people")).isNotEmpty());
  }
}
