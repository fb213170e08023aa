package dev.kith.indexing.document;

import static dev.kith.indexing.ParsedDocument.fields;
import static dev.kith.indexing.ParsedDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.indexing.ParsedDocument;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.HalfLife;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Relationship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationshipDocumentTest {
  private static final DocumentFactory DOCUMENTS = new DocumentFactory(new Indices("kith-"));
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final Relationship FRIENDS =
      Relationship.newBuilder()
          .setA("1aaaaaaaaaaaaaaa")
          .setB("2bbbbbbbbbbbbbbb")
          .setVersion(9)
          .setBuckets(List.of(new Bucket(20000, Direction.A_TO_B, "mail", "to", 0, 3)))
          .setHalfLives(List.of(new HalfLife(7.0, 2857.5), new HalfLife(180.0, 112.25)))
          .setFirst(LocalDate.parse("2024-10-04"))
          .setLast(LocalDate.parse("2025-01-02"))
          .setCoolingFrom(LocalDate.parse("2025-02-03"))
          .setSilentFrom(LocalDate.parse("2025-02-10"))
          .setWarming(391.5)
          .setSentByA(3)
          .setSentByB(1)
          .setKinds(List.of("to"))
          .setNetworks(List.of("mail"))
          .build();

  @Test
  void aRelationshipIsRankedAndExplained() {
    var put = DOCUMENTS.of(FRIENDS, NOW);
    JsonNode document = ParsedDocument.of(put);

    assertThat(put.id()).isEqualTo("1aaaaaaaaaaaaaaa|2bbbbbbbbbbbbbbb");
    assertThat(document.path("id").asText()).isEqualTo(put.id());
    assertThat(texts(document, "pair")).containsExactly("1aaaaaaaaaaaaaaa", "2bbbbbbbbbbbbbbb");
    assertThat(document.path("g7").asDouble()).isEqualTo(2857.5);
    assertThat(document.path("g180").asDouble()).isEqualTo(112.25);
    assertThat(document.path("first").asText()).isEqualTo("2024-10-04");
    assertThat(document.path("last").asText()).isEqualTo("2025-01-02");
    assertThat(document.has("warmingUntil")).isFalse();
    assertThat(document.path("coolingFrom").asText()).isEqualTo("2025-02-03");
    assertThat(document.path("silentFrom").asText()).isEqualTo("2025-02-10");
    assertThat(document.path("warming").asDouble()).isEqualTo(391.5);
    assertThat(document.path("count").asLong()).isEqualTo(4);
    assertThat(document.path("buckets").path(0).path("count").asInt()).isEqualTo(3);
  }

  @Test
  void nothingHasNoLogarithm() {
    var nothing =
        Relationship.newBuilder(FRIENDS)
            .setHalfLives(List.of(new HalfLife(7.0, Double.NEGATIVE_INFINITY)))
            .build();

    assertThat(fields(ParsedDocument.of(DOCUMENTS.of(nothing, NOW)))).doesNotContain("g7");
  }

  @Test
  void impossibleDaysAreMovedIntoTheYearsThatElasticsearchReads() {
    var impossible =
        Relationship.newBuilder(FRIENDS)
            .setFirst(LocalDate.ofEpochDay(Integer.MIN_VALUE))
            .setSilentFrom(LocalDate.ofEpochDay(Integer.MAX_VALUE))
            .build();
    var document = ParsedDocument.of(DOCUMENTS.of(impossible, NOW));

    assertThat(document.path("first").asText()).isEqualTo("0000-01-01");
    assertThat(document.path("silentFrom").asText()).isEqualTo("9999-12-31");
  }

  @Test
  void aRelationshipOfWhichNothingIsLeftLeavesATrace() {
    var ended = Relationship.newBuilder(FRIENDS).setEnded(true).setBuckets(List.of()).build();

    assertThat(fields(ParsedDocument.of(DOCUMENTS.of(ended, NOW))))
        .containsExactlyInAnyOrder("id", "a", "b", "pair", "ended", "endedAt");
  }

  @Test
  void aPairOutOfOrderIsRefused() {
    var wrong =
        Relationship.newBuilder(FRIENDS).setA("2bbbbbbbbbbbbbbb").setB("1aaaaaaaaaaaaaaa").build();

    assertThatIllegalArgumentException().isThrownBy(() -> DOCUMENTS.of(wrong, NOW));
  }
}
