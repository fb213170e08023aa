package dev.kith.identity.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each account, so that what is known of many pairs takes little room. */
final class AccountNumbers {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> accounts = new ArrayList<>();

  /** The number of an account, which keeps it for good. */
  int of(String account) {
    Integer known = numbers.get(account);
    if (known != null) {
      return known;
    }
    int number = accounts.size();
    numbers.put(account, number);
    accounts.add(account);
    return number;
  }

  /** True if it has ever been asked for. */
  boolean has(String account) {
    return numbers.containsKey(account);
  }

  String account(int number) {
    return accounts.get(number);
  }

  /** Two of them as one number, whatever their order. */
  static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }
}
