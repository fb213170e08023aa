package dev.kith.identity.clustering;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The number of accounts of each component of the evidence graph; accounts without evidence are
 * left out. Not safe for use by several threads.
 */
final class ComponentSizes {
  private final Map<String, Size> byAccount = new HashMap<>();
  private final LargestSize sizes = new LargestSize();

  /** Shared by all accounts of a component; 0 when the component does not exist any more. */
  private static final class Size {
    private int accounts;

    Size(int accounts) {
      this.accounts = accounts;
    }
  }

  /** These accounts are one component now; their former components do not exist any more. */
  void clustered(Collection<String> accounts) {
    if (accounts.size() == 1) {
      accounts.forEach(this::alone);
      return;
    }
    var now = new Size(accounts.size());
    sizes.change(0, now.accounts);
    accounts.forEach(account -> end(byAccount.put(account, now)));
  }

  /** An account has no evidence, or does not exist. */
  void alone(String account) {
    end(byAccount.remove(account));
  }

  boolean knows(String account) {
    return byAccount.containsKey(account);
  }

  int largest() {
    return Math.max(1, sizes.largest());
  }

  private void end(@Nullable Size past) {
    if (past != null) {
      sizes.change(past.accounts, 0);
      past.accounts = 0;
    }
  }
}
