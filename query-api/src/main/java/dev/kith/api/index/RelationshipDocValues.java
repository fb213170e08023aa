package dev.kith.api.index;

import dev.kith.api.document.IndexedRelationship;
import dev.kith.schemas.Indices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads relationships from doc values, without their buckets. The buckets of a close relationship
 * cover years, and leaving them out of a document still reads all of it.
 */
final class RelationshipDocValues {
  /** Pattern of the fields that {@link Indices#strengthField} names. */
  private static final String STRENGTHS = "g*";

  /** The fields of the dates of the trend. */
  private static final List<String> DATES = List.of("warmingUntil", "coolingFrom", "silentFrom");

  static final DocValueFields<IndexedRelationship> ALL =
      new DocValueFields<>(
          Stream.concat(
                  Stream.of("id", "a", "b", "sentByA", "sentByB", "kinds", "networks", STRENGTHS)
                      .map(DocValueFields::field),
                  Stream.concat(Stream.of("first", "last"), DATES.stream())
                      .map(DocValueFields::day))
              .toList(),
          RelationshipDocValues::read);

  private RelationshipDocValues() {}

  private static IndexedRelationship read(DocValueHit hit) {
    return new IndexedRelationship(
        hit.first("id"),
        hit.first("a"),
        hit.first("b"),
        false,
        day(hit, "first"),
        day(hit, "last"),
        others(hit),
        number(hit, "sentByA"),
        number(hit, "sentByB"),
        hit.all("kinds"),
        hit.all("networks"),
        List.of());
  }

  private static @Nullable String day(DocValueHit hit, String field) {
    String day = hit.first(field);
    return day.isEmpty() ? null : day;
  }

  private static long number(DocValueHit hit, String field) {
    return hit.number(field).map(Double::longValue).orElse(0L);
  }

  private static Map<String, @Nullable Object> others(DocValueHit hit) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    DATES.forEach(field -> others.put(field, day(hit, field)));
    for (String field : hit.fields().keySet()) {
      if (field.startsWith("g")) {
        hit.number(field).ifPresent(g -> others.put(field, g));
      }
    }
    return others;
  }
}
