package dev.kith.ingest.activitystreams;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The W3C's own example documents, where somebody has put them. */
class W3cExamplesTest {
  private static final int BLOCK = 512;
  private static final Path ARCHIVE =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .resolve("fixtures/activitystreams-examples.tar.gz");

  @BeforeAll
  static void areThere() {
    if (!Files.exists(ARCHIVE)) {
      System.err.println(
          "SKIPPED: the W3C's examples, for there is no " + ARCHIVE + "; set -Dkith.shared=FOLDER");
    }
    Assumptions.assumeTrue(Files.exists(ARCHIVE), "no W3C examples");
  }

  @Test
  void eachExampleGivesAnActivityAProfileOrAReason() throws IOException {
    Map<String, byte[]> examples = documents();
    int understood = 0;

    for (var example : examples.entrySet()) {
      var readings =
          TestDocuments.DOCUMENTS.read(
              example.getValue(), TestDocuments.ARRIVAL, UnaryOperator.identity());
      assertThat(readings).as(example.getKey()).isNotEmpty();
      for (ParseOutcome reading : readings) {
        switch (reading) {
          case ParseOutcome.Parsed some -> {
            assertThat(some.activities().size() + some.profiles().size()).isPositive();
            understood++;
          }
          case ParseOutcome.Unparsable not ->
              assertThat(not.reason()).as(example.getKey()).contains(": expected ");
        }
      }
    }

    assertThat(examples).hasSizeGreaterThan(200);
    assertThat(understood).isGreaterThan(70);
  }

  private static Map<String, byte[]> documents() throws IOException {
    Map<String, byte[]> documents = new TreeMap<>();
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(ARCHIVE))) {
      byte[] header = tar.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String name = new String(header, 0, 100, US_ASCII).replaceAll("\0.*", "");
        int size = Integer.parseInt(new String(header, 124, 11, US_ASCII).strip(), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (name.endsWith(".json") && !name.endsWith("package.json")) {
          documents.put(name, content);
        }
        header = tar.readNBytes(BLOCK);
      }
    }
    return documents;
  }
}
