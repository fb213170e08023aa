package dev.kith.identity.clustering;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts each component of the evidence graph has now; accounts without ties are left
 * out. Not safe for use by several threads.
 */
final class ComponentSizes {
  private final Map<String, Size> byAccount = new HashMap<>();
  private final LargestSize sizes = new LargestSize();

  /** One for all accounts of a component; 0 once it has ended. */
  private static final class Size {
    private int accounts;

    Size(int accounts) {
      this.accounts = accounts;
    }
  }

  /** These accounts are one component, and what they were of before has ended. */
  void settled(Collection<String> accounts) {
    if (accounts.size() == 1) {
      accounts.forEach(this::alone);
      return;
    }
    var now = new Size(accounts.size());
    sizes.change(0, now.accounts);
    accounts.forEach(account -> end(byAccount.put(account, now)));
  }

  /** An account has no ties, or is not there. */
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
