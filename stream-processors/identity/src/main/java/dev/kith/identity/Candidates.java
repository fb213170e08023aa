package dev.kith.identity;

import dev.kith.schemas.AccountPair;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs of accounts that meet, which words' commonness each verdict hangs on, and the pairs to look
 * at: at once where an account has changed, by and by where only a name has become more common.
 */
final class Candidates {
  private final Map<AccountPair, Set<String>> words = new HashMap<>();
  private final Map<String, Set<AccountPair>> pairs = new HashMap<>();
  private final Set<AccountPair> now = new LinkedHashSet<>();
  private final Set<AccountPair> later = new LinkedHashSet<>();

  /** Something has changed about the accounts of these pairs. */
  void lookNow(Collection<AccountPair> touched) {
    now.addAll(touched);
  }

  /** A word has become more or less common. */
  void lookLater(String word) {
    later.addAll(pairs.getOrDefault(word, Set.of()));
  }

  /** There are so many more or fewer people that everything weighs otherwise. */
  void lookLaterAtAll() {
    later.addAll(words.keySet());
  }

  /** The next pair to look at because of its accounts. */
  Optional<AccountPair> nextNow() {
    return next(now);
  }

  /** The next pair to look at because of a name. */
  Optional<AccountPair> nextLater() {
    return next(later);
  }

  /** Nothing is urgent any more. */
  void postpone() {
    later.addAll(now);
    now.clear();
  }

  int waiting() {
    return now.size() + later.size();
  }

  /** The accounts meet, and their verdict hangs on these words. */
  void hang(AccountPair pair, Set<String> asked) {
    forget(pair);
    words.put(pair, Set.copyOf(asked));
    asked.forEach(word -> pairs.computeIfAbsent(word, none -> new HashSet<>()).add(pair));
  }

  /** The accounts do not meet any more. */
  void forget(AccountPair pair) {
    Set<String> asked = words.remove(pair);
    if (asked != null) {
      asked.forEach(
          word ->
              pairs.computeIfPresent(
                  word, (same, others) -> others.remove(pair) && others.isEmpty() ? null : others));
    }
  }

  private Optional<AccountPair> next(Set<AccountPair> due) {
    if (due.isEmpty()) {
      return Optional.empty();
    }
    AccountPair first = due.iterator().next();
    now.remove(first);
    later.remove(first);
    return Optional.of(first);
  }
}
