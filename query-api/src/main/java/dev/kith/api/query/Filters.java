package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Basic queries. Values of the caller are used as values only, never as query syntax. */
public final class Filters {
  private Filters() {}

  /** The field has this value. */
  public static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  /** The boolean field has this value. */
  public static Query is(String field, boolean value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  /** The field has any of these values. */
  public static Query any(String field, Collection<String> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(all))));
  }

  /** The date is this day or later. */
  public static Query from(String field, LocalDate day) {
    return from(field, start(day));
  }

  /** The date is before this day. */
  public static Query before(String field, LocalDate day) {
    return before(field, start(day));
  }

  /** The date is this moment or later. */
  public static Query from(String field, Instant moment) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gte(millis(moment)))));
  }

  /** The date is later than this moment. */
  public static Query after(String field, Instant moment) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gt(millis(moment)))));
  }

  /** The date is before this moment. */
  public static Query before(String field, Instant moment) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).lt(millis(moment)))));
  }

  /** The date is this moment or earlier. */
  public static Query until(String field, Instant moment) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).lte(millis(moment)))));
  }

  /** The field has a value. */
  public static Query exists(String field) {
    return Query.of(q -> q.exists(e -> e.field(field)));
  }

  /** The start of a day in UTC. */
  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A moment in a form that Elasticsearch parses for every date format. */
  private static String millis(Instant moment) {
    return Long.toString(moment.toEpochMilli());
  }

  /** All of the queries match; none of them is scored. */
  public static Query all(Collection<Query> queries) {
    return new BoolQuery.Builder().filter(List.copyOf(queries)).build()._toQuery();
  }

  /** At least one of the queries matches. */
  public static Query either(Collection<Query> queries) {
    return new BoolQuery.Builder()
        .should(List.copyOf(queries))
        .minimumShouldMatch("1")
        .build()
        ._toQuery();
  }

  /** The query does not match. */
  public static Query not(Query query) {
    return new BoolQuery.Builder().mustNot(query).build()._toQuery();
  }

  /** Matches nothing. */
  public static Query none() {
    return Query.of(q -> q.matchNone(m -> m));
  }

  /** Matches everything. */
  public static Query everything() {
    return Query.of(q -> q.matchAll(m -> m));
  }
}
