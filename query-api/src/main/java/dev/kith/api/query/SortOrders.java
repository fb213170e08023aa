package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;

/** Sort orders. Orders of pages end in the id, so that no two hits are equal. */
public final class SortOrders {
  private SortOrders() {}

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
