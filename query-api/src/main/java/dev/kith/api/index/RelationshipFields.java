package dev.kith.api.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.kith.api.document.IndexedRelationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Relationships without their buckets. Those of close friends hold years of them: to leave them out
 * of a document, all of it would have to be read.
 */
final class RelationshipFields {
  /** What {@link dev.kith.schemas.Indices#strengthField} names. */
  private static final String STRENGTHS = "g*";

  /** The dates of its trend. */
  private static final List<String> DATES = List.of("warmingUntil", "coolingFrom", "silentFrom");

  static final DocValueFields<IndexedRelationship> ALL =
      new DocValueFields<>(
          Stream.concat(
                  Stream.of("id", "a", "b", "sentByA", "sentByB", "kinds", "networks", STRENGTHS)
                      .map(DocValueFields::field),
                  Stream.concat(Stream.of("first", "last"), DATES.stream())
                      .map(DocValueFields::day))
              .toList(),
          RelationshipFields::read);

  private RelationshipFields() {}

  private static IndexedRelationship read(Hit<?> hit) {
    return new IndexedRelationship(
        DocValues.first(hit, "id"),
        DocValues.first(hit, "a"),
        DocValues.first(hit, "b"),
        false,
        day(hit, "first"),
        day(hit, "last"),
        others(hit),
        number(hit, "sentByA"),
        number(hit, "sentByB"),
        DocValues.all(hit, "kinds"),
        DocValues.all(hit, "networks"),
        List.of());
  }

  private static @Nullable String day(Hit<?> hit, String field) {
    String day = DocValues.first(hit, field);
    return day.isEmpty() ? null : day;
  }

  private static long number(Hit<?> hit, String field) {
    return DocValues.numbers(hit, field).map(Double::longValue).findFirst().orElse(0L);
  }

  private static Map<String, @Nullable Object> others(Hit<?> hit) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    DATES.forEach(field -> others.put(field, day(hit, field)));
    for (String field : hit.fields().keySet()) {
      if (field.startsWith("g")) {
        DocValues.numbers(hit, field).findFirst().ifPresent(g -> others.put(field, g));
      }
    }
    return others;
  }
}
