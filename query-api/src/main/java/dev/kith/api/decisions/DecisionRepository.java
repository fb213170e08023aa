package dev.kith.api.decisions;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import java.util.Collection;
import java.util.List;

/** Where decisions are kept. */
interface DecisionRepository {
  /** Keeps them, all or none; when it returns they are safe. */
  void save(List<Decision> decisions);

  /** All that stand. */
  Collection<Decision> all();

  /** Takes back what was decided about these pairs, all or none. */
  void withdraw(List<AccountPair> pairs);
}
