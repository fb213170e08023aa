package dev.kith.ingest.feed.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kith.ingest.InputPath;
import dev.kith.ingest.SourceException.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are. Each is the name of a column or field, or a JSON pointer such as
 * {@code /properties/title}.
 *
 * @param records JSON pointer of the list of records; without it, the document is the list
 * @param separator of columns in CSV; without it, a comma
 * @param id that distinguishes a record from all others
 * @param time when it was done
 * @param timeFormat pattern of the time; without it, ISO 8601
 * @param zone of times without one; without it, UTC
 * @param actor name of whoever did it
 * @param towards names of those at whom it was directed
 * @param towardsKind in which manner; without it, {@code participated}
 * @param title of the record
 * @param text columns of the text
 * @param topics columns of topics
 * @param link page of the record
 * @param complete whether a record that is missing was removed
 */
record TableMapping(
    @Nullable String records,
    @Nullable String separator,
    @JsonProperty(required = true) String id,
    @Nullable String time,
    @Nullable String timeFormat,
    @Nullable String zone,
    @Nullable String actor,
    List<String> towards,
    @Nullable String towardsKind,
    @Nullable String title,
    List<String> text,
    List<String> topics,
    @Nullable String link,
    boolean complete) {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  /** Refuses a mapping that shows nothing, and a pattern, zone or separator that is none. */
  TableMapping {
    towards = Objects.requireNonNullElse(towards, List.of());
    text = Objects.requireNonNullElse(text, List.of());
    topics = Objects.requireNonNullElse(topics, List.of());
    if (title == null && text.isEmpty()) {
      throw new IllegalArgumentException("expected a title or a text, found neither");
    }
    if (separator != null && separator.length() != 1) {
      throw new IllegalArgumentException("separator: expected one character, found another number");
    }
    if (towardsKind != null && !towardsKind.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "towards-kind: expected lower-case letters, digits and -, found others");
    }
    format(timeFormat);
    zoneId(zone);
  }

  static TableMapping load(Path file) throws Refused {
    String name = "mapping " + InputPath.shown(file) + ": ";
    try {
      return YAML.readValue(file.toFile(), TableMapping.class);
    } catch (UnrecognizedPropertyException unknown) {
      throw new Refused(
          name + "expected one of the keys " + known(unknown) + ", found another", unknown);
    } catch (JsonMappingException wrong) {
      String reason =
          switch (wrong.getCause()) {
            case IllegalArgumentException own -> String.valueOf(own.getMessage());
            case DateTimeException own -> String.valueOf(own.getMessage());
            case null, default -> wrong.getOriginalMessage();
          };
      throw new Refused(name + reason, wrong);
    } catch (JsonProcessingException noYaml) {
      throw new Refused(name + "expected YAML, found something else", noYaml);
    } catch (IOException e) {
      throw new Refused(name + "expected a readable file, found none", e);
    }
  }

  private static String known(UnrecognizedPropertyException unknown) {
    Collection<Object> keys = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
    return String.join(", ", keys.stream().map(String::valueOf).sorted().toList());
  }

  /** All columns that it names. */
  List<String> columns() {
    return Stream.of(
            Stream.of(id),
            Stream.of(time, actor, title, link).filter(Objects::nonNull),
            towards.stream(),
            text.stream(),
            topics.stream())
        .flatMap(names -> names)
        .toList();
  }

  /** The form of times; a time in ISO 8601 has one of two forms. */
  DateTimeFormatter formatOf(String written) {
    DateTimeFormatter stated = format(timeFormat);
    if (stated != null) {
      return stated;
    }
    return written.length() <= "2026-03-04".length()
        ? DateTimeFormatter.ISO_LOCAL_DATE
        : DateTimeFormatter.ISO_DATE_TIME;
  }

  private static @Nullable DateTimeFormatter format(@Nullable String pattern) {
    return pattern == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  ZoneId zoneId() {
    return zoneId(zone);
  }

  private static ZoneId zoneId(@Nullable String name) {
    return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
  }
}
