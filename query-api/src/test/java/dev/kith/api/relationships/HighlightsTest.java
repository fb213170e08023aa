package dev.kith.api.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.document.IndexedActivity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlightsTest {
  private static IndexedActivity mail(String id, String day, String text, String... attachments) {
    return new IndexedActivity(
        id,
        "mail",
        "inbox",
        "mail",
        "email:ann@example.org",
        List.of("email:bob@example.org"),
        List.of(),
        day + "T12:00:00Z",
        null,
        null,
        null,
        null,
        text,
        List.of(),
        null,
        null,
        null,
        false,
        List.of(attachments),
        null,
        null,
        null);
  }

  private static List<String> highlights(Set<String> answered, IndexedActivity... exchanges) {
    return new Highlights(answered)
        .of(List.of(exchanges)).stream().map(IndexedActivity::id).toList();
  }

  @Test
  void eachYearHasTwoHighlightsLatestYearFirst() {
    assertThat(
            highlights(
                Set.of(),
                mail("short", "2019-03-01", "ok"),
                mail("long", "2019-04-01", "x".repeat(900)),
                mail("longer", "2019-05-01", "x".repeat(1_900)),
                mail("later", "2024-01-01", "yes")))
        .containsExactly("later", "longer", "long");
  }

  @Test
  void answeredExchangesAndAttachmentsWeighMore() {
    assertThat(
            highlights(
                Set.of("answered"),
                mail("plain", "2019-03-01", "x".repeat(100)),
                mail("attached", "2019-04-01", "x".repeat(100), "plan.pdf"),
                mail("answered", "2019-05-01", "x".repeat(100))))
        .containsExactly("answered", "attached");
  }

  @Test
  void exchangesWithoutTextAreNoHighlights() {
    assertThat(highlights(Set.of("like"), mail("like", "2019-03-01", ""))).isEmpty();
  }
}
