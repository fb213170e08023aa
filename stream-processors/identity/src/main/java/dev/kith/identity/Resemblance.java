package dev.kith.identity;

import dev.kith.identity.linkage.Commonness;
import dev.kith.identity.linkage.LivingNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the accounts that look alike. Who meets whom and how common names are is held in memory; it
 * follows from the looks of all accounts, so it can be made anew from them at any time. Not safe
 * for use by several threads.
 */
final class Resemblance {
  private static final int FIRST = 1 << 10;
  private static final long[] NO_KEYS = {};

  private final Function<String, Optional<Sight>> sights;
  private final Numbers numbers = new Numbers();
  private final Circles circles = new Circles();
  private final LivingNames names = new LivingNames();
  private final Candidates candidates = new Candidates();

  /** By number of an account, the keys it holds. */
  private long[][] keys = new long[FIRST][];

  /** By number of an account, whether it has come and not gone. */
  private final BitSet there = new BitSet();

  /** The pairs for which something has changed about one of the accounts. */
  private final Touched touched = new Touched();

  /**
   * Without any account.
   *
   * @param sights what is known of an account now
   */
  Resemblance(Function<String, Optional<Sight>> sights) {
    this.sights = sights;
  }

  /** An account comes, changes or goes. */
  void change(String account, @Nullable Sight before, @Nullable Sight after) {
    int people = names.people();
    if (before != null) {
      names.remove(before.traits()).forEach(word -> candidates.changed(word.hashCode()));
    }
    if (after != null) {
      names.add(after.traits()).forEach(word -> candidates.changed(word.hashCode()));
    }
    if (names.people() != people) {
      candidates.changedAtAll();
    }
    int number = numbers.of(account);
    move(number, after == null ? NO_KEYS : after.keys());
    there.set(number, after != null);
  }

  /** Whether an account has come and not gone. */
  boolean isThere(String account) {
    return numbers.has(account) && there.get(numbers.of(account));
  }

  private void move(int account, long[] after) {
    long[] before = keys(account);
    for (long key : before) {
      if (Arrays.binarySearch(after, key) >= 0) {
        circles.around(key, account, touched);
      } else {
        circles.remove(key, account, touched);
      }
    }
    for (long key : after) {
      if (Arrays.binarySearch(before, key) < 0) {
        circles.add(key, account, touched);
      }
    }
    keys[account] = after;
  }

  private long[] keys(int account) {
    if (account >= keys.length) {
      keys = Arrays.copyOf(keys, keys.length * 2);
    }
    return keys[account] == null ? NO_KEYS : keys[account];
  }

  /** Lets what is to be looked at wait, for it has been looked at once. */
  void postpone() {
    touched.forEach(candidates::meet);
  }

  /** What follows from changes of accounts: ties that are new, another or no more. */
  List<Edge> news() {
    List<Edge> edges = new ArrayList<>();
    touched.forEach(pair -> judge(pair).ifPresent(edges::add));
    return edges;
  }

  /**
   * The same for pairs whose names have become more or less common.
   *
   * @param most pairs to look at
   * @param steps most pairs to pass on the way
   */
  List<Edge> newsOfNames(int most, int steps) {
    List<Edge> edges = new ArrayList<>();
    int waiting = candidates.waiting();
    for (int i = 0; i < most; i++) {
      int stale = candidates.nextStale(steps - (waiting - candidates.waiting()));
      if (stale == LongIndex.NONE) {
        return edges;
      }
      judge(candidates.pair(stale)).ifPresent(edges::add);
    }
    return edges;
  }

  /** How many pairs may hang on a name that has changed; 0 if none does. */
  int waiting() {
    return candidates.waiting();
  }

  /** How many pairs of accounts meet. */
  int pairs() {
    return candidates.size();
  }

  private Optional<Edge> judge(long pair) {
    String one = numbers.account((int) (pair >>> 32));
    String other = numbers.account((int) pair);
    boolean inOrder = one.compareTo(other) < 0;
    String a = inOrder ? one : other;
    String b = inOrder ? other : one;
    if (!meet(pair)) {
      return candidates.forget(pair)
          ? Optional.of(Edge.gone(a, b, Tie.Sort.ALIKE))
          : Optional.empty();
    }
    var asked = new AskedWords(names);
    var tie = sight(a).likeness(sight(b), new Commonness(names.people(), asked));
    return candidates.found(
            pair, asked.asked(), tie.map(Tie::fingerprint).orElse(Candidates.NOTHING))
        ? Optional.of(new Edge(a, b, Tie.Sort.ALIKE, tie.orElse(null)))
        : Optional.empty();
  }

  /** Who holds keys is there. */
  private Sight sight(String account) {
    return sights.apply(account).orElseThrow();
  }

  private boolean meet(long pair) {
    long[] one = keys((int) (pair >>> 32));
    long[] other = keys((int) pair);
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j] && circles.isOpen(one[i])) {
        return true;
      }
      if (one[i] <= other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Pairs, each told once when all have been gathered. */
  private static final class Touched implements Circles.Pairs {
    private long[] pairs = new long[64];
    private int count;

    @Override
    public void touched(int one, int other) {
      if (count == pairs.length) {
        pairs = Arrays.copyOf(pairs, count * 2);
      }
      pairs[count++] = Numbers.pair(one, other);
    }

    /** Shows them, and has none any more. */
    void forEach(LongConsumer each) {
      Arrays.sort(pairs, 0, count);
      for (int i = 0; i < count; i++) {
        if (i == 0 || pairs[i] != pairs[i - 1]) {
          each.accept(pairs[i]);
        }
      }
      count = 0;
    }
  }
}
