package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import java.util.List;
import java.util.function.Function;

/**
 * The doc values to fetch for each hit instead of its document.
 *
 * @param fields the fields to fetch
 * @param reader creates the result from a hit
 * @param <T> type of the result
 */
record DocValueFields<T>(List<FieldAndFormat> fields, Function<DocValueHit, T> reader) {
  /** Keeps its own copy. */
  DocValueFields {
    fields = List.copyOf(fields);
  }

  static FieldAndFormat field(String name) {
    return FieldAndFormat.of(f -> f.field(name));
  }

  /** A date field, formatted as a day. */
  static FieldAndFormat day(String name) {
    return FieldAndFormat.of(f -> f.field(name).format("uuuu-MM-dd"));
  }
}
