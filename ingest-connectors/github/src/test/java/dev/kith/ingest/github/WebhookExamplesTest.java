package dev.kith.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.github.mapping.EventMapper;
import dev.kith.ingest.github.mapping.GithubServer;
import dev.kith.ingest.github.mapping.Mapping;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every example payload of GitHub gives activities or a reason. */
class WebhookExamplesTest {
  private final EventMapper mapper = new EventMapper(new GithubServer("town", "github.com"));

  @Test
  void everyPayloadGivesActivitiesOrAReason() throws Exception {
    Optional<Map<String, JsonNode>> examples = WebhookExamples.byEvent();
    assumeTrue(examples.isPresent());
    Map<String, String> table = new TreeMap<>();
    int payloads = 0;
    int understood = 0;
    for (var event : examples.get().entrySet()) {
      int activities = 0;
      Set<String> reasons = new HashSet<>();
      for (JsonNode payload : event.getValue()) {
        Mapping mapping = mapper.map(event.getKey(), payload, Optional.empty());
        check(mapping);
        payloads++;
        understood += mapping.activities().isEmpty() ? 0 : 1;
        activities += mapping.activities().size();
        reasons.add(mapping.reason());
      }
      reasons.remove("");
      table.put(
          event.getKey(),
          "%d payloads, %d activities%s"
              .formatted(
                  event.getValue().size(), activities, reasons.isEmpty() ? "" : "; " + reasons));
    }
    table.forEach((event, counts) -> System.out.println(event + ": " + counts));
    System.out.println(
        "%d events, %d payloads, %d with activities".formatted(table.size(), payloads, understood));
    assertThat(table).hasSize(58);
    assertThat(payloads).isEqualTo(329);
    assertThat(understood).isGreaterThan(100);
  }

  private static void check(Mapping mapping) {
    assertThat(mapping.activities().isEmpty()).isEqualTo(!mapping.reason().isEmpty());
    Set<String> known = new HashSet<>();
    for (Profile profile : mapping.profiles()) {
      known.add(profile.getAccount());
    }
    for (Activity activity : mapping.activities()) {
      assertThat(known).contains(activity.getActor());
      assertThat(activity.getTowards()).extracting(Towards::getAccount).allMatch(known::contains);
      assertThat(activity.getTowards())
          .extracting(Towards::getAccount)
          .doesNotContain(activity.getActor());
      assertThat(activity.getId()).startsWith("https://github.com/");
    }
  }
}
