package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import java.util.List;
import java.util.function.Function;

/**
 * How to read hits from columns instead of from their documents.
 *
 * @param fields what to fetch
 * @param reader makes of it what was looked for
 * @param <T> what was looked for
 */
record DocValueFields<T>(List<FieldAndFormat> fields, Function<DocValueHit, T> reader) {
  /** Keeps its own copy. */
  DocValueFields {
    fields = List.copyOf(fields);
  }

  static FieldAndFormat field(String name) {
    return FieldAndFormat.of(f -> f.field(name));
  }

  /** A date, as a day. */
  static FieldAndFormat day(String name) {
    return FieldAndFormat.of(f -> f.field(name).format("uuuu-MM-dd"));
  }
}
