package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/**
 * A query with sort order and page.
 *
 * @param query the query
 * @param order the sort keys; the last one is the id, so that the order is total
 * @param after the sort values of the last hit of the previous page; empty for the first page
 * @param size most hits
 * @param without fields that are not fetched
 */
public record PageQuery(
    Query query, List<SortOptions> order, List<String> after, int size, List<String> without) {
  /** Keeps its own copies. */
  public PageQuery {
    order = List.copyOf(order);
    after = List.copyOf(after);
    without = List.copyOf(without);
  }

  /** The first hits of a query, best first, each with all its fields. */
  public static PageQuery first(int size, Query query) {
    return new PageQuery(query, SortOrders.byScore(), List.of(), size, List.of());
  }

  /** The same, without some fields. */
  public PageQuery leavingOut(String... fields) {
    return new PageQuery(query, order, after, size, List.of(fields));
  }

  /** The next page of the same query. */
  public PageQuery after(List<String> last) {
    return new PageQuery(query, order, last, size, without);
  }
}
