package dev.kith.identity.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dense number for each account, so that pairs take little memory. */
final class AccountNumbers {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> accounts = new ArrayList<>();

  /** The number of an account; it never changes. */
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

  /** Whether the account has a number. */
  boolean has(String account) {
    return numbers.containsKey(account);
  }

  String account(int number) {
    return accounts.get(number);
  }

  /** A pair of numbers as one number, independent of their order. */
  static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }
}
