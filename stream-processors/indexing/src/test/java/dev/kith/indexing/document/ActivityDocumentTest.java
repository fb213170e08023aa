package dev.kith.indexing.document;

import static dev.kith.indexing.ParsedDocument.fields;
import static dev.kith.indexing.ParsedDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.indexing.ParsedDocument;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Indices;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.RevisionOrder;
import dev.kith.schemas.SeedsCodec;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityDocumentTest {
  private static final DocumentFactory DOCUMENTS = new DocumentFactory(new Indices("kith-"));
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String ANN = "email:ann@example.org";
  private static final String BOB = "email:bob@example.org";
  private static final String CAT = "email:cat@example.org";

  private static final Activity MAIL =
      Activity.newBuilder()
          .setId("1@example.org")
          .setNetwork("mail")
          .setSource("inbox")
          .setKind("mail")
          .setAt(Instant.parse("2025-03-01T10:00:00Z"))
          .setActor(ANN)
          .setTowards(
              List.of(new Towards(BOB, "to"), new Towards(CAT, "cc"), new Towards(BOB, "cc")))
          .setTitle("Rennes")
          .setText("Rivers & “birds” \u0000")
          .setQuoted("somebody else's words")
          .setSignature("-- \nAnn")
          .setTopics(List.of("birds"))
          .setAttachments(List.of("map.pdf"))
          .setInReplyTo("0@example.org")
          .setThread("0@example.org")
          .setContext("birds.example.org")
          .setLanguage("en")
          .setVisibility(Visibility.PRIVATE)
          .setUrl("https://example.org/1")
          .setOriginal(ByteBuffer.wrap(new byte[] {1, 2, 3}))
          .build();

  @Test
  void aMeetingHasAnEndAStateAndAPlace() {
    var meeting =
        Activity.newBuilder(MAIL)
            .setEnd(Instant.parse("2025-03-01T11:00:00Z"))
            .setStatus("tentative")
            .setPlace("Town hall")
            .build();
    JsonNode document = ParsedDocument.of(DOCUMENTS.of(meeting, NOW));

    assertThat(document.path("end").asText()).isEqualTo("2025-03-01T11:00:00Z");
    assertThat(document.path("status").asText()).isEqualTo("tentative");
    assertThat(document.path("place").asText()).isEqualTo("Town hall");
    assertThat(fields(ParsedDocument.of(DOCUMENTS.of(MAIL, NOW))))
        .doesNotContain("end", "status", "place");
  }

  @Test
  void anActivityIsFoundByWhatItSaysAndByWhomItTouches() {
    JsonNode document = ParsedDocument.of(DOCUMENTS.of(MAIL, NOW));

    assertThat(document.path("id").asText()).isEqualTo("1@example.org");
    assertThat(document.path("at").asText()).isEqualTo("2025-03-01T10:00:00Z");
    assertThat(document.path("text").asText()).isEqualTo("Rivers & “birds” \u0000");
    assertThat(document.path("actor").asText()).isEqualTo(ANN);
    assertThat(texts(document, "towards")).containsExactly(BOB, CAT);
    assertThat(texts(document, "accounts")).containsExactlyInAnyOrder(ANN, BOB, CAT);
    assertThat(SeedsCodec.decode(document.path("seeds").asText()))
        .containsExactly(PersonId.ofSeed(ANN), PersonId.ofSeed(BOB), PersonId.ofSeed(CAT));
    assertThat(document.path("towardsKinds")).hasSize(3);
    assertThat(document.path("deleted").asBoolean()).isFalse();
    assertThat(document.path("visibility").asText()).isEqualTo("PRIVATE");
  }

  @Test
  void whoGotABlindCopyIsInAFieldOfItsOwn() {
    var blind =
        Activity.newBuilder(MAIL)
            .setTowards(
                List.of(new Towards(BOB, "to"), new Towards(CAT, "bcc"), new Towards(BOB, "bcc")))
            .build();

    JsonNode document = ParsedDocument.of(DOCUMENTS.of(blind, NOW));

    assertThat(texts(document, "towards")).containsExactly(BOB);
    assertThat(texts(document, "accounts")).containsExactlyInAnyOrder(ANN, BOB);
    assertThat(texts(document, "blindCopies")).containsExactly(CAT);
    assertThat(SeedsCodec.decode(document.path("seeds").asText()))
        .containsExactly(PersonId.ofSeed(ANN), PersonId.ofSeed(BOB));
    assertThat(document.path("towardsKinds")).hasSize(3);
  }

  @Test
  void wordsAreWrittenInComposedFormAndIdsAsTheyAre() {
    var apart =
        Activity.newBuilder(MAIL)
            .setId("cafe\u0301@example.org")
            .setTitle("Cafe\u0301")
            .setText("\u1100\u1161 A\u030a half \u00bd \uff76")
            .setTopics(List.of("e\u0301te\u0301"))
            .build();

    JsonNode document = ParsedDocument.of(DOCUMENTS.of(apart, NOW));

    assertThat(document.path("id").asText()).isEqualTo("cafe\u0301@example.org");
    assertThat(document.path("title").asText()).isEqualTo("Caf\u00e9");
    assertThat(document.path("text").asText()).isEqualTo("\uac00 \u00c5 half \u00bd \uff76");
    assertThat(texts(document, "topics")).containsExactly("\u00e9t\u00e9");
  }

  @Test
  void itSaysWhatItIsAboutAndInWhichLanguageWhereTheNetworkDoesNot() {
    var silent =
        Activity.newBuilder(MAIL)
            .setLanguage(null)
            .setTitle("Les rivières de Bretagne")
            .setText("Nous avons compté les oiseaux de la rivière, et ils sont nombreux.")
            .build();

    JsonNode document = ParsedDocument.of(DOCUMENTS.of(silent, NOW));

    assertThat(document.path("language").asText()).isEqualTo("fr");
    assertThat(texts(document, "phrases")).contains("rivières", "bretagne", "oiseaux");
    assertThat(texts(document, "topics")).containsExactly("birds");
    assertThat(ParsedDocument.of(DOCUMENTS.of(MAIL, NOW)).path("language").asText())
        .isEqualTo("en");
  }

  @Test
  void nobodyIsCreditedWithWhatTheyQuoteAndTheOriginalStaysInKafka() {
    JsonNode document = ParsedDocument.of(DOCUMENTS.of(MAIL, NOW));

    assertThat(fields(document)).doesNotContain("original", "quoted", "signature");
    assertThat(document.toString()).doesNotContain("somebody else");
  }

  @Test
  void theVersionIsTheOrderOfTheRevision() {
    assertThat(DOCUMENTS.of(MAIL, NOW).version()).isEqualTo(RevisionOrder.order(MAIL));
  }

  @Test
  void aDeletedActivityLeavesATraceWithoutWords() {
    var deleted = Activity.newBuilder(MAIL).setDeleted(true).setRevision(5).build();

    JsonNode document = ParsedDocument.of(DOCUMENTS.of(deleted, NOW));

    assertThat(fields(document))
        .containsExactlyInAnyOrder(
            "id", "network", "source", "kind", "at", "deleted", "deletedAt", "actor");
    assertThat(document.path("deletedAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void whatIsEmptyIsLeftOut() {
    var bare =
        Activity.newBuilder()
            .setId("2")
            .setNetwork("git")
            .setSource("s")
            .setKind("commit")
            .setAt(NOW)
            .build();

    assertThat(fields(ParsedDocument.of(DOCUMENTS.of(bare, NOW))))
        .containsExactlyInAnyOrder(
            "id", "network", "source", "kind", "at", "deleted", "automated", "visibility");
  }

  @Test
  void aTimeThatNoCalendarHasIsBroughtIntoOneThatIsReadEverywhere() {
    var far = Activity.newBuilder(MAIL).setAt(Instant.ofEpochMilli(Long.MAX_VALUE)).build();
    var early = Activity.newBuilder(MAIL).setAt(Instant.ofEpochMilli(Long.MIN_VALUE)).build();

    assertThat(ParsedDocument.of(DOCUMENTS.of(far, NOW)).path("at").asText())
        .startsWith("9999-12-31");
    assertThat(ParsedDocument.of(DOCUMENTS.of(early, NOW)).path("at").asText())
        .startsWith("0000-01-01");
  }

  @Test
  void aLongIdIsShortenedForElasticsearchOnly() {
    String id = "x".repeat(600);
    var put = DOCUMENTS.of(Activity.newBuilder(MAIL).setId(id).build(), NOW);

    assertThat(put.id()).isEqualTo(Indices.documentId(id)).hasSizeLessThan(512);
    assertThat(ParsedDocument.of(put).path("id").asText()).isEqualTo(id);
  }
}
