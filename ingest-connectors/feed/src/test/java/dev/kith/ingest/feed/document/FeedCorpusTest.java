package dev.kith.ingest.feed.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.SourceException.Unavailable;
import dev.kith.ingest.feed.document.ExpectedValues.Expected;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads feeds that others have collected, well-formed and ill-formed; the comment of each states
 * what a reader should find.
 */
class FeedCorpusTest {
  private static final Path ARCHIVE =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .resolve("fixtures/feed-corpus.tar.gz");
  private static final int BLOCK = 512;
  private static final Pattern HEADER =
      Pattern.compile(
          "Header:\\s*(Content-type|Content-Location):\\s*(\\S[^\\n\\r]*)",
          Pattern.CASE_INSENSITIVE);
  private static final double LEAST_AGREEMENT = 0.98;

  private static final Map<String, byte[]> DOCUMENTS = new LinkedHashMap<>();

  private final Map<String, Integer> setAside = new TreeMap<>();
  private final Map<String, Integer> compared = new TreeMap<>();
  private final Map<String, List<String>> different = new TreeMap<>();

  @BeforeAll
  static void unpack() throws IOException {
    if (!Files.exists(ARCHIVE)) {
      System.err.println(
          "SKIPPED: reading the corpus of feeds, because there is none; set -Dkith.shared=FOLDER");
    }
    Assumptions.assumeTrue(Files.exists(ARCHIVE), "no corpus");
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(ARCHIVE))) {
      byte[] header = tar.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        String name = new String(header, 0, 100, ISO_8859_1).replaceFirst("\0.*", "");
        int size = Integer.parseInt(new String(header, 124, 11, ISO_8859_1).strip(), 8);
        byte[] content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (header[156] == '0' && name.startsWith("tests/")) {
          DOCUMENTS.put(name, content);
        }
        header = tar.readNBytes(BLOCK);
      }
    }
  }

  @Test
  void everyFeedIsReadOrSetAsideAndAgreesWithItsComment() {
    int read = 0;
    for (var document : DOCUMENTS.entrySet()) {
      String text = text(document.getValue());
      URI address = URI.create("http://127.0.0.1:8097/" + document.getKey());
      try {
        URI base = header(text, "Content-Location").map(address::resolve).orElse(address);
        ParsedFeed feed =
            FeedParser.parse(document.getValue(), header(text, "Content-type").orElse(null), base);
        read++;
        ExpectedValues.of(text).forEach(expected -> compare(document.getKey(), feed, expected));
      } catch (Unavailable e) {
        setAside.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        ExpectedValues.of(text)
            .forEach(expected -> compare(document.getKey(), ParsedFeed.EMPTY, expected));
      }
    }
    int all = compared.values().stream().mapToInt(Integer::intValue).sum();
    int wrong = different.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "Corpus of feeds: %d documents, %d read, %d set aside %s%n%d values compared %s, %d"
            + " different %s%n",
        DOCUMENTS.size(), read, DOCUMENTS.size() - read, setAside, all, compared, wrong, different);

    assertThat(read).isGreaterThan(DOCUMENTS.size() * 9 / 10);
    assertThat(all).isPositive();
    assertThat((all - wrong) / (double) all).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
  }

  private static String text(byte[] document) {
    boolean isWide = document.length > 1 && (document[0] == -1 || document[0] == -2);
    return new String(document, isWide ? UTF_16 : ISO_8859_1);
  }

  private static Optional<String> header(String text, String name) {
    Matcher header = HEADER.matcher(text);
    while (header.find()) {
      if (header.group(1).equalsIgnoreCase(name)) {
        return Optional.of(header.group(2).strip());
      }
    }
    return Optional.empty();
  }

  private void compare(String name, ParsedFeed feed, Expected expected) {
    Found found = found(feed, expected.path());
    if (found == null) {
      return;
    }
    compared.merge(found.kind(), 1, Integer::sum);
    if (!found.matches(expected.value())) {
      different.computeIfAbsent(found.kind(), kind -> new ArrayList<>()).add(name);
    }
  }

  /** A value that was read, and what it is. */
  private record Found(String kind, String value) {
    /** Text is compared without markup, which is not kept; a time as a moment. */
    boolean matches(String expected) {
      return switch (kind) {
        case "time" -> value.equals(time(expected));
        case "title", "text", "author" ->
            flat(value).equals(flat(expected)) || flat(value).equals(MarkupText.oneLine(expected));
        default -> value.equals(expected);
      };
    }

    private static String time(String expected) {
      return FeedTime.parse(expected).map(Instant::toString).orElse(expected);
    }

    private static String flat(String text) {
      return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }
  }

  private static @Nullable Found found(ParsedFeed feed, String path) {
    List<String> parts = List.of(path.split("\\.", -1));
    if (parts.getFirst().equals("feed")) {
      return switch (path) {
        case "feed.title", "feed.title_detail.value" -> new Found("title", feed.title());
        case "feed.link" -> new Found("link", feed.link());
        default -> null;
      };
    }
    int index = Integer.parseInt(parts.get(1));
    ParsedItem item = index < feed.items().size() ? feed.items().get(index) : null;
    String field = String.join(".", parts.subList(2, parts.size()));
    return found(item, field);
  }

  private static @Nullable Found found(@Nullable ParsedItem item, String field) {
    Matcher indexed = Pattern.compile("(tags|authors|enclosures)\\.(\\d+)\\.(\\w+)").matcher(field);
    if (indexed.matches()) {
      return found(item, indexed.group(1), Integer.parseInt(indexed.group(2)), indexed.group(3));
    }
    String kind =
        switch (field) {
          case "title", "title_detail.value" -> "title";
          case "description", "summary", "content.0.value", "summary_detail.value" ->
              item != null && hasTwoTexts(item) ? "" : "text";
          case "link" -> "link";
          case "id", "guid" -> "id";
          case "author", "author_detail.name", "author_detail.email", "author_detail.url" ->
              "author";
          case "updated_parsed",
              "published_parsed",
              "updated",
              "published",
              "created_parsed",
              "created" ->
              "time";
          case "category" -> "topic";
          default -> "";
        };
    if (kind.isEmpty()) {
      return null;
    }
    return new Found(kind, item == null ? "" : value(item, field));
  }

  /** The text of an item is its content; a summary beside it is not kept. */
  private static boolean hasTwoTexts(ParsedItem item) {
    String original = new String(item.original(), UTF_8);
    return original.contains("<summary")
        && (original.contains("<content") || original.contains("<description"));
  }

  private static String value(ParsedItem item, String field) {
    Optional<FeedPerson> author = item.people().stream().filter(FeedPerson::isAuthor).findFirst();
    return switch (field) {
      case "title", "title_detail.value" -> item.title();
      case "link" -> item.link();
      case "id", "guid" -> item.id();
      case "author_detail.name" -> author.map(FeedPerson::name).orElse("");
      case "author_detail.email" -> author.map(FeedPerson::email).orElse("");
      case "author_detail.url" -> author.map(FeedPerson::uri).orElse("");
      case "author" -> author.map(FeedCorpusTest::shown).orElse("");
      case "updated_parsed", "updated" ->
          String.valueOf(item.updated() == null ? item.published() : item.updated());
      case "published_parsed", "published", "created_parsed", "created" ->
          String.valueOf(item.published());
      case "category" -> item.topics().stream().findFirst().orElse("");
      default -> item.text().text() + " " + item.text().quoted();
    };
  }

  /** As the comments write a person with a name and an address. */
  private static String shown(FeedPerson person) {
    return Stream.of(
            person.name(),
            person.email().isEmpty() || person.name().isEmpty()
                ? person.email()
                : "(" + person.email() + ")")
        .filter(part -> !part.isEmpty())
        .reduce((name, mail) -> name + " " + mail)
        .orElse("");
  }

  private static @Nullable Found found(
      @Nullable ParsedItem item, String list, int index, String field) {
    if (item == null) {
      return null;
    }
    List<FeedPerson> authors = item.people().stream().filter(FeedPerson::isAuthor).toList();
    return switch (list + "." + field) {
      case "tags.term" -> new Found("topic", at(item.topics(), index));
      case "enclosures.href", "enclosures.url" ->
          new Found("enclosure", at(item.enclosures(), index));
      case "authors.name" ->
          new Found("author", at(authors.stream().map(FeedPerson::name).toList(), index));
      case "authors.email" ->
          new Found("author", at(authors.stream().map(FeedPerson::email).toList(), index));
      case "authors.url", "authors.href" ->
          new Found("author", at(authors.stream().map(FeedPerson::uri).toList(), index));
      default -> null;
    };
  }

  private static String at(List<String> list, int index) {
    return index < list.size() ? list.get(index) : "(none)";
  }
}
