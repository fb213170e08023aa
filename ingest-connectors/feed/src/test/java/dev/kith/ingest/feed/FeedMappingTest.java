package dev.kith.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.feed.state.PublishedItems;
import dev.kith.ingest.feed.table.TableParser;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open data of a town: requests of its council in CSV, notices as GeoJSON. */
class FeedMappingTest {
  private static final String CSV_MAPPING =
      """
      separator: ";"
      id: Nr
      time: Datum
      time-format: dd.MM.yyyy
      zone: Europe/Berlin
      actor: Fraktion
      towards: Amt
      towards-kind: asked
      title: Titel
      topics: [Thema]
      complete: true
      """;
  private static final String HEADER = "Nr;Datum;Fraktion;Amt;Titel;Thema\n";
  private static final String FIRST = "A1;03.03.2026;Ann Lee;Bauamt;Frogs;Natur\n";
  private static final String SECOND = "A2;04.03.2026;Bob;Bauamt;\"Lake; and pond\";Natur\n";

  @TempDir private Path folder;
  private Cursor cursor = Cursor.START;

  private ReadThrough read(String table, String mapping) throws Exception {
    Path data = Files.writeString(folder.resolve("data"), table);
    Path file = Files.writeString(folder.resolve("mapping.yaml"), mapping);
    var settings = TestFeeds.settings(null, data, TestFeeds.ALWAYS, TestFeeds.SELDOM);
    InstantSource clock = InstantSource.system();
    try (var connector =
        new FeedConnector(
            settings,
            new DocumentClient(LoopbackHttp.client(), null, clock),
            (body, _, _) -> TableParser.parse(body, file),
            PublishedItems.open(folder.resolve("items")),
            null,
            clock,
            100)) {
      ReadThrough read = ReadThrough.of(connector, cursor);
      cursor = read.end();
      return read;
    }
  }

  @Test
  void aRowOfCsvIsAnActivityOfItsColumns() throws Exception {
    ReadThrough read =
        read(HEADER + FIRST + SECOND + "A3;soon;Cat;Bauamt;When?;\n;;;;;\n", CSV_MAPPING);

    Activity second = read.activities().getLast();
    assertThat(read.activities()).hasSize(2);
    assertThat(second.getTitle()).hasValue("Lake; and pond");
    assertThat(second.getAt()).isEqualTo(Instant.parse("2026-03-03T23:00:00Z"));
    assertThat(second.getActor()).isEqualTo("feed:data#bob");
    assertThat(second.getTowards()).containsExactly(new Towards("feed:data#bauamt", "asked"));
    assertThat(second.getTopics()).containsExactly("natur");
    assertThat(read.unreadable())
        .extracting(item -> item.reason())
        .contains("record 3: expected a time as dd.MM.yyyy in Datum, found another text");
  }

  @Test
  void aRowThatIsMissingInACompleteTableIsDeleted() throws Exception {
    read(HEADER + FIRST + SECOND, CSV_MAPPING);

    ReadThrough later = read(HEADER + SECOND, CSV_MAPPING);

    assertThat(later.activities()).extracting(Activity::getId).containsExactly("data#A1");
    assertThat(later.activities()).allMatch(Activity::getDeleted);
  }

  @Test
  void aRecordOfJsonIsFoundByPointers() throws Exception {
    ReadThrough read =
        read(
            """
            {"features": [{"properties": {"id": 7, "at": "2026-03-04 08:00", "what": "<p>Frogs</p>",
              "tags": ["Lake", "Pond"]}}]}
            """,
            """
            records: /features
            id: /properties/id
            time: /properties/at
            text: /properties/what
            topics: /properties/tags
            """);

    assertThat(read.activities())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.getText()).isEqualTo("Frogs");
              assertThat(notice.getAt()).isEqualTo(Instant.parse("2026-03-04T08:00:00Z"));
              assertThat(notice.getTopics()).containsExactly("lake", "pond");
              assertThat(notice.getActor()).isEqualTo("feed:data");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: Number            | expected a column Number in the table, found Nr, Datum, Fraktion",
        "nr: Nr                | expected one of the keys actor, complete, id, link",
        "zone: Nowhere         | Nowhere",
        "time-format: bb       | Unknown pattern letter: b",
        "separator: ;;         | separator: expected one character",
      })
  void aWrongMappingSaysWhatIsWrong(String line, String message) {
    String key = line.replaceFirst(":.*", "");
    String mapping = CSV_MAPPING.replaceFirst("(?m)^" + key + ": .*$", "") + line + "\n";

    assertThatThrownBy(() -> read(HEADER + FIRST, mapping))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMappingWithoutAnIdIsRefused() {
    assertThatThrownBy(() -> read(HEADER + FIRST, CSV_MAPPING.replace("id: Nr\n", "")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'id'");
  }
}
