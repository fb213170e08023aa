package dev.kith.ingest.activitystreams;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something a document speaks of: an object, or the address of one.
 *
 * @param node in short form: text or an object
 */
record Thing(JsonNode node) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss][.SSSSSSSSS]]");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Its address; a link's is what it leads to. */
  Optional<String> id() {
    if (node.isTextual()) {
      return Optional.of(node.textValue());
    }
    Optional<String> id = text("id");
    return id.isPresent() ? id : text("href");
  }

  /** The names of its types; none if only its address is given. */
  Set<String> types() {
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode type : values("type")) {
      if (!type.isTextual()) {
        throw Unclear.at("type", "the name of a type", type);
      }
      types.add(type.textValue());
    }
    return types;
  }

  /** Everything that stands under a name, whether it is a list or not. */
  List<Thing> all(String property) {
    List<Thing> things = new ArrayList<>();
    for (JsonNode value : values(property)) {
      if (!value.isTextual() && !value.isObject()) {
        throw Unclear.at(property, "an address or an object", value);
      }
      things.add(new Thing(value));
    }
    return things;
  }

  Optional<Thing> first(String property) {
    return all(property).stream().findFirst();
  }

  /** Plain text without a language, such as an address. */
  Optional<String> text(String property) {
    for (JsonNode value : values(property)) {
      JsonNode bare = value.has("@value") ? value.path("@value") : value;
      if (!bare.isTextual()) {
        throw Unclear.at(property, "text", bare);
      }
      return Optional.of(bare.textValue());
    }
    return Optional.empty();
  }

  /** A moment; without a zone it is read as UTC. */
  Optional<Instant> time(String property) {
    return text(property).map(text -> instant(property, text.strip()));
  }

  private Instant instant(String property, String text) {
    try {
      Instant instant = toInstant(parse(text));
      if (instant.isAfter(EARLIEST) && instant.isBefore(LATEST)) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
      }
      throw new Unclear(property + ": expected a time between 1900 and 2200, found another");
    } catch (DateTimeException e) {
      throw Unclear.at(property, "a time such as 2026-01-31T12:00:00Z", node.get(property));
    }
  }

  private static TemporalAccessor parse(String text) {
    int clock = text.indexOf('T');
    boolean zoned = clock > 0 && text.substring(clock).matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)");
    return zoned
        ? OffsetDateTime.parse(
            text.toUpperCase(Locale.ROOT).replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
        : TIME.parseBest(text, LocalDateTime::from, LocalDate::from);
  }

  private static Instant toInstant(TemporalAccessor moment) {
    return switch (moment) {
      case OffsetDateTime zoned -> zoned.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(moment).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  private List<JsonNode> values(String property) {
    JsonNode value = node.path(property);
    List<JsonNode> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(values::add);
    } else {
      values.add(value);
    }
    values.removeIf(each -> each.isNull() || each.isMissingNode());
    return values;
  }
}
