package dev.kith.ingest.contacts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.contacts.book.AddressBookFolder;
import dev.kith.ingest.contacts.card.CardMapper;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Address books that real programs have exported, where somebody has put them. */
class ExportsTest {
  private static final int BLOCK = 512;
  private static final Path ARCHIVE =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .resolve("fixtures/vcard-exports.tar.gz");

  @TempDir private Path folder;
  private final Map<String, Integer> counts = new TreeMap<>();

  @BeforeAll
  static void areThere() {
    if (!Files.exists(ARCHIVE)) {
      System.err.println(
          "SKIPPED: exported address books, for there are none at "
              + ARCHIVE
              + "; set -Dkith.shared=FOLDER");
    }
    Assumptions.assumeTrue(Files.exists(ARCHIVE), "no exports");
  }

  @Test
  void everyExportIsReadOrSetAsideWithItsReason() throws Exception {
    List<Profile> profiles = new ArrayList<>();
    for (Path file : unpack()) {
      var read = read(file);
      String outcome = read.profiles().isEmpty() ? "files set aside" : "files read";
      count(outcome, 1);
      count("cards read", read.profiles().size());
      read.unreadable().stream().map(UnreadableItem::reason).forEach(reason -> count(reason, 1));
      read.pages().forEach(page -> page.ignored().forEach(this::count));
      assertThat(read.profiles().size() + read.unreadable().size())
          .as(file.getFileName().toString())
          .isPositive();
      profiles.addAll(read.profiles());
    }

    System.err.println("exported address books: " + counts);
    assertThat(counts.get("files read")).isGreaterThanOrEqualTo(15);
    assertThat(profiles).allMatch(ExportsTest::saysSomething);
    assertThat(profiles)
        .filteredOn(profile -> profile.getBirthday().isPresent())
        .hasSizeGreaterThan(8);
    assertThat(profiles)
        .filteredOn(profile -> !profile.getPhones().isEmpty())
        .hasSizeGreaterThan(7);
  }

  private static boolean saysSomething(Profile profile) {
    return !profile.getNames().isEmpty() || !profile.getEmails().isEmpty();
  }

  private ReadThrough read(Path file) throws Exception {
    try (var connector =
        new ContactsConnector(
            "exports",
            new AddressBookFolder(file),
            new CardMapper("exports", null, "US"),
            Duration.ofMinutes(1),
            InstantSource.fixed(Instant.parse("2026-12-01T10:00:00Z")))) {
      return ReadThrough.of(connector, Cursor.START);
    }
  }

  private void count(String what, int times) {
    counts.merge(what, times, Integer::sum);
  }

  /** Reads archives of tar without a library: names and sizes stand in blocks of 512 bytes. */
  private List<Path> unpack() throws IOException {
    List<Path> files = new ArrayList<>();
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(ARCHIVE))) {
      byte[] header = tar.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String name = new String(header, 0, 100, US_ASCII).replaceAll("\0.*", "");
        int size = Integer.parseInt(new String(header, 124, 11, US_ASCII).strip(), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (header[156] == '0') { // a file
          String shortName = files.size() + name.replaceFirst(".*/", "-");
          files.add(Files.write(folder.resolve(shortName), content));
        }
        header = tar.readNBytes(BLOCK);
      }
    }
    return files;
  }
}
