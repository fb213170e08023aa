package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import java.util.List;

/**
 * The orders in which hits come. Where pages follow, they end in the id, so that no two hits are
 * equal.
 */
public final class SortOrders {
  private SortOrders() {}

  /** Best first. */
  public static List<SortOptions> byScore() {
    return List.of(SortOptions.of(sort -> sort.score(s -> s.order(SortOrder.Desc))), byId());
  }

  /**
   * Best first, equals in no order: to look up the id of each that may be among the best costs more
   * than to find them.
   */
  public static List<SortOptions> byScoreAlone() {
    return List.of(SortOptions.of(sort -> sort.score(s -> s.order(SortOrder.Desc))));
  }

  /** Greatest first, what lacks the field last. */
  public static List<SortOptions> descending(String field) {
    return List.of(
        SortOptions.of(
            sort -> sort.field(f -> f.field(field).order(SortOrder.Desc).missing("_last"))),
        byId());
  }

  /** Smallest first, what lacks the field last. */
  public static List<SortOptions> ascending(String field) {
    return List.of(
        SortOptions.of(
            sort -> sort.field(f -> f.field(field).order(SortOrder.Asc).missing("_last"))),
        byId());
  }

  /** By id alone. */
  public static SortOptions byId() {
    return SortOptions.of(sort -> sort.field(f -> f.field("id").order(SortOrder.Asc)));
  }
}
