package dev.kith.identity;

import com.google.common.hash.Hashing;
import dev.kith.identity.linkage.Blocking;
import dev.kith.schemas.AccountPair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which accounts meet: those that hold a blocking key which not too many hold. Whoever comes or
 * goes makes a difference for some pairs, and these are told.
 */
final class Circles {
  private final Map<Long, List<String>> holders = new HashMap<>();

  /** Of a key a hash will do. */
  static long key(String text) {
    return Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asLong();
  }

  /** An account now holds a key; the pairs for which that makes a difference. */
  List<AccountPair> add(long key, String account) {
    List<String> theirs = holders.computeIfAbsent(key, none -> new ArrayList<>(1));
    List<AccountPair> touched = touched(account, theirs);
    theirs.add(account);
    return touched;
  }

  /** An account no longer holds a key; the pairs for which that makes a difference. */
  List<AccountPair> remove(long key, String account) {
    List<String> theirs = holders.getOrDefault(key, new ArrayList<>());
    theirs.remove(account);
    if (theirs.isEmpty()) {
      holders.remove(key);
    }
    return touched(account, theirs);
  }

  /** The pairs in which an account meets others by a key it holds. */
  Stream<AccountPair> around(long key, String account) {
    return isOpen(key)
        ? holders.getOrDefault(key, List.of()).stream()
            .filter(other -> !other.equals(account))
            .map(other -> AccountPair.of(account, other))
        : Stream.empty();
  }

  /** False if so many hold the key that it leads nowhere. */
  boolean isOpen(long key) {
    return holders.getOrDefault(key, List.of()).size() <= Blocking.LARGEST_BLOCK;
  }

  /** With one more the others may cease to meet, without that one they may meet again. */
  private static List<AccountPair> touched(String account, List<String> others) {
    if (others.size() < Blocking.LARGEST_BLOCK) {
      return others.stream().map(other -> AccountPair.of(account, other)).toList();
    }
    return others.size() == Blocking.LARGEST_BLOCK ? among(others) : List.of();
  }

  private static List<AccountPair> among(List<String> accounts) {
    List<AccountPair> pairs = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = i + 1; j < accounts.size(); j++) {
        pairs.add(AccountPair.of(accounts.get(i), accounts.get(j)));
      }
    }
    return pairs;
  }
}
