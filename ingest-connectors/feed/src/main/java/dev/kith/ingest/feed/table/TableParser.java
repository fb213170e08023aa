package dev.kith.ingest.feed.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.kith.ingest.Original;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.UnreadableItem;
import dev.kith.ingest.feed.document.FeedPerson;
import dev.kith.ingest.feed.document.MarkupText;
import dev.kith.ingest.feed.document.ParsedFeed;
import dev.kith.ingest.feed.document.ParsedItem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the records of a table in CSV or JSON as its mapping says. */
public final class TableParser {
  private static final String TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
          .build();
  private static final int MAX_SHOWN_COLUMNS = 20;

  private final TableMapping mapping;

  private TableParser(TableMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * The records as items of a feed.
   *
   * @param mapping file with the mapping
   * @throws Refused if the mapping is wrong, or names a column that the table does not have
   */
  public static ParsedFeed parse(byte[] body, Path mapping) throws Refused {
    var parser = new TableParser(TableMapping.load(mapping));
    String text = decode(body);
    List<JsonNode> rows =
        text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")
            ? parser.json(text)
            : parser.csv(text);
    return parser.feed(rows);
  }

  private static String decode(byte[] body) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException older) {
      text = new String(body, Charset.forName("windows-1252"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private List<JsonNode> json(String text) throws Refused {
    try {
      String pointer = Objects.requireNonNullElse(mapping.records(), "");
      JsonNode list = JSON.readTree(text).at(JsonPointer.compile(pointer));
      if (!list.isArray()) {
        throw new Refused(
            "mapping: expected a list of records at \"%s\", found %s"
                .formatted(pointer, list.getNodeType().toString().toLowerCase(Locale.ROOT)),
            null);
      }
      return StreamSupport.stream(list.spliterator(), false).toList();
    } catch (IOException e) {
      throw new Refused("expected a table in JSON, found invalid JSON", null);
    } catch (IllegalArgumentException e) {
      throw new Refused("mapping: records: expected a JSON pointer such as /features", e);
    }
  }

  private List<JsonNode> csv(String text) throws Refused {
    String separator = Objects.requireNonNullElse(mapping.separator(), ",");
    CsvSchema schema =
        CsvSchema.emptySchema().withHeader().withColumnSeparator(separator.charAt(0));
    try (MappingIterator<JsonNode> rows =
        CSV.readerFor(JsonNode.class).with(schema).readValues(text)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new Refused("expected a table in CSV with a header, found another text", null);
    }
  }

  private ParsedFeed feed(List<JsonNode> rows) throws Refused {
    checkColumns(rows);
    List<ParsedItem> items = new ArrayList<>();
    List<UnreadableItem> unreadable = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      byte[] original = Original.truncate(rows.get(i).toString().getBytes(UTF_8));
      try {
        items.add(item(rows.get(i), original));
      } catch (DateTimeException | IllegalArgumentException wrong) {
        String reason = "record " + (i + 1) + ": " + wrong.getMessage();
        unreadable.add(new UnreadableItem(original, TYPE, reason));
      }
    }
    return ParsedFeed.table(mapping.complete(), items, unreadable);
  }

  /** A column that no record has is a mistake in the mapping, not in the data. */
  private void checkColumns(List<JsonNode> rows) throws Refused {
    for (String column : mapping.columns()) {
      if (!rows.isEmpty() && rows.stream().allMatch(row -> value(row, column).isMissingNode())) {
        String found =
            StreamSupport.stream(
                    ((Iterable<String>) () -> rows.getFirst().fieldNames()).spliterator(), false)
                .limit(MAX_SHOWN_COLUMNS)
                .collect(Collectors.joining(", "));
        throw new Refused(
            "mapping: expected a column %s in the table, found %s".formatted(column, found), null);
      }
    }
  }

  private ParsedItem item(JsonNode row, byte[] original) {
    String id = text(row, mapping.id());
    if (id.isEmpty()) {
      throw new IllegalArgumentException("expected an id in " + mapping.id() + ", found none");
    }
    String kind = Objects.requireNonNullElse(mapping.towardsKind(), "participated");
    return new ParsedItem(
        id,
        text(row, mapping.link()),
        MarkupText.oneLine(text(row, mapping.title())),
        MarkupText.ofHtml(
            mapping.text().stream()
                .flatMap(column -> texts(row, column))
                .collect(Collectors.joining("<br>\n"))),
        time(row),
        null,
        actor(row),
        people(row, mapping.towards(), kind),
        mapping.topics().stream().flatMap(column -> texts(row, column)).toList(),
        List.of(),
        null,
        null,
        original,
        TYPE);
  }

  private List<FeedPerson> actor(JsonNode row) {
    String column = mapping.actor();
    return column == null ? List.of() : people(row, List.of(column), FeedPerson.AUTHOR);
  }

  private static List<FeedPerson> people(JsonNode row, List<String> columns, String role) {
    return columns.stream()
        .flatMap(column -> texts(row, column))
        .map(name -> FeedPerson.parse(name, role))
        .toList();
  }

  private @Nullable Instant time(JsonNode row) {
    String column = mapping.time();
    if (column == null) {
      return null;
    }
    String written = text(row, column).replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d)", "$1T");
    try {
      return instant(written);
    } catch (DateTimeException e) {
      String format = mapping.timeFormat();
      throw new DateTimeException(
          "expected a time %s in %s, found another text"
              .formatted(format == null ? "in ISO 8601" : "as " + format, column),
          e);
    }
  }

  private Instant instant(String written) {
    TemporalAccessor parsed =
        mapping
            .formatOf(written)
            .parseBest(written, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (parsed) {
      case ZonedDateTime zoned -> zoned.toInstant();
      case LocalDateTime local -> local.atZone(mapping.zoneId()).toInstant();
      default -> LocalDate.from(parsed).atStartOfDay(mapping.zoneId()).toInstant();
    };
  }

  private static String text(JsonNode row, @Nullable String column) {
    return column == null ? "" : texts(row, column).collect(Collectors.joining(" "));
  }

  private static Stream<String> texts(JsonNode row, String column) {
    JsonNode value = value(row, column);
    Stream<JsonNode> values =
        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    return values.map(each -> each.asText("").strip()).filter(each -> !each.isEmpty());
  }

  private static JsonNode value(JsonNode row, String column) {
    return column.startsWith("/") ? row.at(column) : row.path(column);
  }
}
