package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/**
 * What to look for in an index, in which order, and which page of it.
 *
 * @param query what to look for
 * @param order by what; ends in the id, so that it is total
 * @param after the sort values of the last hit of the page before; empty for the first page
 * @param size how many at most
 * @param without fields not to fetch
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

  /** The next page of the same. */
  public PageQuery after(List<String> last) {
    return new PageQuery(query, order, last, size, without);
  }
}
