package dev.kith.api.decisions;

import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import java.util.Collection;
import java.util.List;

/** Where decisions are kept. */
interface DecisionLog {
  /** Keeps them, all or none; when it returns they are safe. */
  void keep(List<Decision> decisions);

  /** All that stand. */
  Collection<Decision> all();

  /** Takes back what was decided about these pairs, all or none. */
  void takeBack(List<AccountPair> pairs);
}
