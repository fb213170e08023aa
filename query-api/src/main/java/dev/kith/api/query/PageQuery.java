package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/**
 * A query with sort order and page. Orders of pages end in the id, so that no two hits are equal.
 *
 * @param query the query
 * @param order the sort keys; the last one is the id, so that the order is total
 * @param after the sort values of the last hit of the previous page; empty for the first page
 * @param size most hits
 * @param without fields that are not fetched
 */
public record PageQuery(
    Query query, List<SortOptions> order, List<String> after, int size, List<String> without) {
  /** The first hits of a query, best first, each with all its fields. */
  public static PageQuery first(int size, Query query) {
    return new PageQuery(query, PageQuery.byScore(), List.of(), size, List.of());
  }

  /** The same, without some fields. */
  public PageQuery leavingOut(String... fields) {
    return new PageQuery(query, order, after, size, List.of(fields));
  }

  /** The next page of the same query. */
  public PageQuery after(List<String> last) {
    return new PageQuery(query, order, last, size, without);
  }

  /** By score, highest first. */
  public static List<SortOptions> byScore() {
    return List.of(SortOptions.of(sort -> sort.score(s -> s.order(SortOrder.Desc))), byId());
  }

  /**
   * By score only, equals unordered: reading the id of each candidate would cost more than the
   * search.
   */
  public static List<SortOptions> byScoreAlone() {
    return List.of(SortOptions.of(sort -> sort.score(s -> s.order(SortOrder.Desc))));
  }

  /** Greatest first; documents without the field are last. */
  public static List<SortOptions> descending(String field) {
    return List.of(
        SortOptions.of(
            sort -> sort.field(f -> f.field(field).order(SortOrder.Desc).missing("_last"))),
        byId());
  }

  /** Smallest first; documents without the field are last. */
  public static List<SortOptions> ascending(String field) {
    return List.of(
        SortOptions.of(
            sort -> sort.field(f -> f.field(field).order(SortOrder.Asc).missing("_last"))),
        byId());
  }

  /** By id only. */
  public static SortOptions byId() {
    return SortOptions.of(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc)));
  }
}
