package dev.kith.api.decisions;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import java.util.Collection;
import java.util.List;

/** The store of the decisions. */
interface DecisionRepository {
  /** Stores all of them or none; they are durable when it returns. */
  void save(List<Decision> decisions);

  /** All decisions that were not withdrawn. */
  Collection<Decision> all();

  /** Withdraws the decisions about these pairs, all or none. */
  void withdraw(List<AccountPair> pairs);
}
