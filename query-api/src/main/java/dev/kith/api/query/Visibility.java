package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The activities that a viewer may see. A blind copy is visible to its author and its recipient
 * only: others neither see it nor find an activity by it.
 *
 * @param activities a query for the visible activities
 * @param ownAccounts accounts of the viewer
 */
public record Visibility(Query activities, List<String> ownAccounts) {
  private static final String BLIND_COPIES = "blindCopies";

  /** Keeps its own copy. */
  public Visibility {
    ownAccounts = List.copyOf(ownAccounts);
  }

  /** Activities in which any of these accounts took part. */
  public static Query through(Collection<String> ownAccounts) {
    return Filters.either(
        List.of(Filters.any("accounts", ownAccounts), Filters.any(BLIND_COPIES, ownAccounts)));
  }

  /** The same, without the blind copies that the viewer may not know of. */
  public Query involving(Collection<String> accounts) {
    return with("accounts", accounts);
  }

  /** Activities directed at any of these accounts, as far as the viewer may know. */
  public Query directedAt(Collection<String> accounts) {
    return with("towards", accounts);
  }

  private Query with(String field, Collection<String> accounts) {
    List<Query> ways = new ArrayList<>();
    ways.add(Filters.any(field, accounts));
    if (!ownAccounts.isEmpty()) {
      ways.add(
          Filters.all(
              List.of(Filters.any(BLIND_COPIES, accounts), Filters.any("actor", ownAccounts))));
    }
    List<String> own = accounts.stream().filter(ownAccounts::contains).toList();
    if (!own.isEmpty()) {
      ways.add(Filters.any(BLIND_COPIES, own));
    }
    return ways.size() == 1 ? ways.getFirst() : Filters.either(ways);
  }
}
