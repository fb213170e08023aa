package dev.kith.api.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a viewer may see of the activities. A blind copy is known to its author and its recipient
 * only: others neither see it nor find anything by it.
 *
 * @param activities the activities they may see at all
 * @param ownAccounts their accounts
 */
public record Visibility(Query activities, List<String> ownAccounts) {
  private static final String BLIND_COPIES = "blindCopies";

  /** Keeps its own copy. */
  public Visibility {
    ownAccounts = List.copyOf(ownAccounts);
  }

  /** Activities that went through any of these accounts. */
  public static Query through(Collection<String> ownAccounts) {
    return Filters.either(
        List.of(Filters.any("accounts", ownAccounts), Filters.any(BLIND_COPIES, ownAccounts)));
  }

  /** What any of these accounts took part in, as far as it may be known. */
  public Query involving(Collection<String> accounts) {
    return with("accounts", accounts);
  }

  /** What was directed at any of these accounts, as far as it may be known. */
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
