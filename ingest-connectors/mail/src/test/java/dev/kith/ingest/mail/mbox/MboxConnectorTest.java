package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.testkit.ConnectorContract;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxConnectorTest extends ConnectorContract {
  private static final PageLimits SMALL = new PageLimits(2, 1_000_000);

  @TempDir Path folder;

  /** Two files, one packed, with something broken between the mails. */
  @Override
  protected Connector connector() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("contract"));
    Files.writeString(archive.resolve("2024.mbox"), message(1) + message(2) + message(3));
    String broken = "From ann@example.org Tue Mar  5 10:00:00 2024\n\u0000\u0001\n\n";
    Files.write(archive.resolve("2025.mbox.gz"), packed(message(4) + broken + message(5)));
    Files.writeString(archive.resolve("notes.md"), "# From ann to bob");
    return connector(archive);
  }

  private static MboxConnector connector(Path location) {
    var reader = TestMails.parser(Visibility.PRIVATE, null);
    return new MboxConnector(
        "test",
        new MboxFileLister(location, DiscardedPolicy.EXCLUDE),
        reader,
        MboxFormat.AUTO,
        SMALL);
  }

  @Test
  void aGrowingFileIsReadOn() throws Exception {
    Path file = write("a.mbox", message(1) + message(2));
    Cursor end = ReadThrough.of(connector(file), Cursor.START).end();

    append(file, message(3));

    assertThat(ids(ReadThrough.of(connector(file), end))).containsExactly("3@example.org");
  }

  @Test
  void aPackedFileThatGrowsIsReadOn() throws Exception {
    Path file = folder.resolve("a.gz");
    Files.write(file, packed(message(1)));
    Cursor end = ReadThrough.of(connector(file), Cursor.START).end();

    Files.write(file, packed(message(2)), StandardOpenOption.APPEND);

    assertThat(ids(ReadThrough.of(connector(file), end))).containsExactly("2@example.org");
  }

  @Test
  void anIncompleteMessageIsReadAgainAsALaterRevision() throws Exception {
    String whole = message(2);
    Path file = write("a.mbox", message(1) + whole.substring(0, whole.length() - 20));
    var first = ReadThrough.of(connector(file), Cursor.START);

    append(file, whole.substring(whole.length() - 20) + message(3));

    var rest = ReadThrough.of(connector(file), first.end());
    assertThat(ids(rest)).containsExactly("2@example.org", "3@example.org");
    assertThat(rest.activities().getFirst().getRevision())
        .isGreaterThan(first.activities().getLast().getRevision());
    assertThat(rest.activities().getLast().getRevision()).isZero();
  }

  @Test
  void aFileThatWasReplacedIsReadFromItsStart() throws Exception {
    Path file = write("a.mbox", message(1) + message(2));
    Cursor end = ReadThrough.of(connector(file), Cursor.START).end();

    write("a.mbox", message(7) + message(8) + message(9));

    assertThat(ids(ReadThrough.of(connector(file), end)))
        .containsExactly("7@example.org", "8@example.org", "9@example.org");
  }

  @Test
  void aFolderIsReadFileByFileInTheOrderOfNames() throws Exception {
    write("b/2.txt", message(3));
    write("b/1.mbx", message(2));
    write("a.mbox", message(1));
    write("plain", message(4));
    write("readme.txt", "no mail");
    write(".hidden.mbox", message(5));

    assertThat(ids(ReadThrough.of(connector(folder), Cursor.START)))
        .containsExactly("1@example.org", "2@example.org", "3@example.org", "4@example.org");
  }

  @Test
  void theNumberOfRemainingMailsIsEstimated() throws Exception {
    write("a.mbox", message(1) + message(2) + message(3));
    write("b.mbox", message(4) + message(5) + message(6));
    var connector = connector(folder);

    var first = connector.read(Cursor.START);

    assertThat(first.activities()).hasSize(2);
    assertThat(first.remaining()).hasValue(4);
  }

  @Test
  void aFileThatIsAddedLaterIsReadThen() throws Exception {
    write("b.mbox", message(1));
    Cursor end = ReadThrough.of(connector(folder), Cursor.START).end();

    write("a.mbox", message(2));

    assertThat(ids(ReadThrough.of(connector(folder), end))).containsExactly("2@example.org");
  }

  @Test
  void aFileThatIsNoMboxIsRefusedWithAHint() throws Exception {
    Path file = write("a.mbox", "no mail at all");

    assertThatThrownBy(() -> connector(file).read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("expected an mbox")
        .hasMessageContaining(file.toString())
        .hasMessageContaining("found no such line");
    assertThatThrownBy(() -> connector(folder.resolve("none")).read(Cursor.START))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("found nothing there");
  }

  @Test
  void aFileInUtf16IsRefusedWithAHint() throws Exception {
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
      Path file = folder.resolve("a.mbox");
      Files.write(file, message(1).getBytes(Charset.forName(charset)));

      assertThatThrownBy(() -> connector(file).read(Cursor.START))
          .isInstanceOf(SourceException.Refused.class)
          .hasMessageContaining("found UTF-16")
          .hasMessageContaining("iconv");
    }
  }

  @Test
  void aFileOfCarriageReturnsAndOneWithAByteOrderMarkAreRead() throws Exception {
    Path old = write("old.mbox", (message(1) + message(2)).replace('\n', '\r'));
    Path marked = write("marked.mbox", "\u00ef\u00bb\u00bf" + message(3) + message(4));

    assertThat(ids(ReadThrough.of(connector(old), Cursor.START)))
        .containsExactly("1@example.org", "2@example.org");
    assertThat(ids(ReadThrough.of(connector(marked), Cursor.START)))
        .containsExactly("3@example.org", "4@example.org");
  }

  @Test
  void anEmptyFileHasNoMailYet() throws Exception {
    Path file = write("a.mbox", "");

    var page = connector(file).read(Cursor.START);

    assertThat(page.activities()).isEmpty();
  }

  @Test
  void aDamagedGzipFileIsReadUpToTheDamage() throws Exception {
    byte[] whole = packed(message(1) + "x".repeat(200_000) + "\n\n" + message(2));
    Path file = folder.resolve("a.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length - 60));

    var read = ReadThrough.of(connector(file), Cursor.START);

    assertThat(ids(read)).contains("1@example.org");
    assertThat(read.unreadable()).hasSize(1);
    assertThat(read.unreadable().getFirst().reason()).contains("cut off or damaged");
  }

  @Test
  void idsAreTheSameWithCrLfLineEnds() throws Exception {
    String mail =
        "From ann@example.org Tue Mar  5 10:00:00 2024\nFrom: a@b\nSubject: x\n\nText\n\n";
    Path narrow = write("a.mbox", mail);
    Path wide = write("b.mbox", mail.replace("\n", "\r\n"));

    assertThat(ids(ReadThrough.of(connector(wide), Cursor.START)))
        .isEqualTo(ids(ReadThrough.of(connector(narrow), Cursor.START)));
  }

  @Test
  void knownListsAreInTheCursor() throws Exception {
    String post =
        """
        From ann@example.org Tue Mar  5 10:00:00 2024
        From: ann@example.org
        List-Id: <dev.example.org>
        List-Post: <mailto:dev@example.org>

        x

        """;
    Path file = write("a.mbox", post);
    Cursor end = ReadThrough.of(connector(file), Cursor.START).end();

    append(file, message(2).replace("bob@example.org", "dev@example.org"));

    var mail = ReadThrough.of(connector(file), end).activities().getFirst();
    assertThat(mail.getTowards()).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
  }

  private static List<String> ids(ReadThrough read) {
    return read.activities().stream().map(Activity::getId).toList();
  }

  private static String message(int number) {
    return "From ann@example.org Tue Mar  5 10:00:00 2024\n"
        + TestMails.plain(
            number + "@example.org",
            "Tue, 5 Mar 2024 10:0" + number + ":00 +0000",
            "Text " + number)
        + "\n";
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toByteArray();
  }
}
