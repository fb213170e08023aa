package dev.kith.ingest.activitystreams.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.activitystreams.TestDocuments;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectorTest extends ConnectorContract {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int NOTES = 1_300;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeNotes() throws Exception {
    file = folder.resolve("notes.ndjson");
    List<String> lines = new ArrayList<>(notes(NOTES));
    lines.add(7, "{\"type\": \"Note\"");
    lines.add(1100, "");
    lines.add(1200, "{\"type\": \"Link\"}");
    Files.write(file, lines);
  }

  @Override
  protected Connector connector() {
    return reader(file);
  }

  private static Connector reader(Path file) {
    return new FileConnector(
        file,
        new DocumentOrigin("notes", "fediverse", Visibility.PRIVATE),
        TestDocuments.changes());
  }

  private static List<String> notes(int count) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      notes.add(note(i));
    }
    return notes;
  }

  private static String note(int number) {
    return new String(
        TestDocuments.bytes(
            "{'type':'Note','id':'https://x.example/notes/"
                + number
                + "','attributedTo':{'id':'github:p"
                + number % 17
                + "','name':'Number "
                + number % 17
                + "'},'to':'mailto:p"
                + number % 5
                + "@example.org','published':'"
                + FIRST.plus(Duration.ofMinutes(number))
                + "','content':'Frogs'}"),
        UTF_8);
  }

  @Test
  void brokenLinesAreSetAsideWithTheirFileAndNumber() throws Exception {
    assertThat(read().activities()).hasSize(NOTES);
    assertThat(read().unreadable())
        .extracting(UnreadableItem::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("notes.ndjson, line 8: JSON: expected"),
            reason -> assertThat(reason).startsWith("notes.ndjson, line 1201: type: expected"));
  }

  @Test
  void aFileThatGrowsIsReadOn() throws Exception {
    Connector connector = open();
    Cursor end = ReadThrough.of(connector, Cursor.START).end();
    Files.writeString(
        file, note(9_001) + "\n" + note(9_002).substring(0, 30), StandardOpenOption.APPEND);

    ReadThrough more = ReadThrough.of(connector, end);

    assertThat(ids(more)).containsExactly("https://x.example/notes/9001");
    assertThat(more.unreadable()).isEmpty();

    Files.writeString(file, note(9_002).substring(30), StandardOpenOption.APPEND);

    assertThat(ids(ReadThrough.of(connector, more.end())))
        .containsExactly("https://x.example/notes/9002");
  }

  @Test
  void aFileThatIsReplacedByAShorterOneIsReadFromItsBeginning() throws Exception {
    Connector connector = open();
    Cursor end = ReadThrough.of(connector, Cursor.START).end();
    Files.writeString(file, note(1) + "\n");

    assertThat(ids(ReadThrough.of(connector, end))).containsExactly("https://x.example/notes/1");
  }

  @Test
  void aCompressedFileGivesTheSame() throws Exception {
    Path compressed = folder.resolve("notes-packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(file, out);
    }

    var read = ReadThrough.of(reader(compressed), Cursor.START);

    assertThat(ids(read)).isEqualTo(ids(read()));
    assertThat(read.unreadable()).hasSize(2);
    assertThat(ids(ReadThrough.of(reader(compressed), read.pages().getFirst().next())))
        .hasSize(NOTES - read.pages().getFirst().activities().size());
  }

  @Test
  void aPackedDocumentThatIsTooLargeWhenUnpackedIsRefused() throws Exception {
    Path compressed = folder.resolve("large-packed");
    byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write("[\n{\n".getBytes(UTF_8));
      for (int megabyte = 0; megabyte < 33; megabyte++) {
        out.write(blanks);
        out.write('\n');
      }
      out.write("}]".getBytes(UTF_8));
    }

    assertThatThrownBy(() -> reader(compressed).read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("found a larger one");
  }

  @Test
  void theItemsOfACollectionOverSeveralLinesAreReadOldestFirst() throws Exception {
    List<String> items = notes(1_500);
    Collections.reverse(items);
    Files.writeString(
        file,
        "{\n \"type\": \"OrderedCollection\",\n \"orderedItems\": [\n"
            + String.join(",\n", items)
            + "]}\n");

    var read = read();

    assertThat(read.activities()).hasSize(1_500).isSortedAccordingTo(oldestFirst());
    assertThat(ids(ReadThrough.of(reader(file), read.pages().getFirst().next()))).hasSize(500);

    Files.writeString(file, "{\n\"type\": \"Collection\", \"items\": [" + note(3) + "]}");

    assertThat(ids(ReadThrough.of(reader(file), read.end())))
        .containsExactly("https://x.example/notes/3");
  }

  @Test
  void aBrokenFirstLineIsNoReasonToTakeAFileForOneDocument() throws Exception {
    Files.writeString(file, "{\n" + note(1) + "\n" + note(2) + "\n");

    assertThat(ids(read())).hasSize(2);
    assertThat(read().unreadable()).hasSize(1);
  }

  @Test
  void aDocumentTooLargeToBePutInOrderNeedsAPerson() throws Exception {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\n\"type\": \"Collection\",\n\"items\": [\n");
      for (int i = 0; i < 40; i++) {
        out.write(" ".repeat(1024 * 1024) + "\n,\n");
      }
    }

    assertThatThrownBy(() -> open().read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("one a line");
  }

  @Test
  void anEmptyFileHasNothingYet() throws Exception {
    Files.writeString(file, "");

    Page page = open().read(Cursor.START);

    assertThat(page.isEmptyAfter(Cursor.START)).isTrue();
  }

  @Test
  void aMissingFileNeedsAPerson() {
    Connector connector = reader(folder.resolve("nowhere"));

    assertThatThrownBy(() -> connector.read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("expected a readable file");
  }

  private static List<String> ids(ReadThrough read) {
    return read.activities().stream().map(Activity::getId).toList();
  }
}
