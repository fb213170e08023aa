package dev.kith.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentLinksTest {

  private static final Path ROOT = Path.of("../..");
  private static final Pattern LINK = Pattern.compile("]\\((?!\\w+://)([^)#\\s]+)[^)]*\\)");

  @Test
  void everyLinkOfADocumentLeadsToAFile() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<Path> documents =
          all.filter(file -> file.toString().endsWith(".md"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();

      assertThat(documents).hasSizeGreaterThan(10);
      assertThat(documents.stream().flatMap(DocumentLinksTest::links))
          .allSatisfy(link -> assertThat(link).exists());
    }
  }

  private static Stream<Path> links(Path document) {
    try {
      return LINK
          .matcher(Files.readString(document))
          .results()
          .map(link -> document.resolveSibling(link.group(1)))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new IllegalStateException("expected UTF-8 in " + document, unreadable);
    }
  }
}
