package dev.kith.identity.matching;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.PairEvidence;
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
public final class CandidateMatcher {
  private static final int FIRST = 1 << 10;
  private static final long[] NO_KEYS = {};

  private final Function<String, Optional<ParsedProfile>> sights;
  private final AccountNumbers numbers = new AccountNumbers();
  private final BlockingIndex circles = new BlockingIndex();
  private final NameCounter names = new NameCounter();
  private final CandidatePairs candidates = new CandidatePairs();

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
  public CandidateMatcher(Function<String, Optional<ParsedProfile>> sights) {
    this.sights = sights;
  }

  /** An account comes, changes or goes. */
  public void change(
      String account, @Nullable ParsedProfile before, @Nullable ParsedProfile after) {
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
  public boolean isThere(String account) {
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
  public void postpone() {
    touched.forEach(candidates::meet);
  }

  /** What follows from changes of accounts: ties that are new, another or no more. */
  public List<EvidenceUpdate> news() {
    List<EvidenceUpdate> edges = new ArrayList<>();
    touched.forEach(pair -> judge(pair).ifPresent(edges::add));
    return edges;
  }

  /**
   * The same for pairs whose names have become more or less common.
   *
   * @param most pairs to look at
   * @param steps most pairs to pass on the way
   */
  public List<EvidenceUpdate> newsOfNames(int most, int steps) {
    List<EvidenceUpdate> edges = new ArrayList<>();
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
  public int waiting() {
    return candidates.waiting();
  }

  /** How many pairs of accounts meet. */
  public int pairs() {
    return candidates.size();
  }

  private Optional<EvidenceUpdate> judge(long pair) {
    String one = numbers.account((int) (pair >>> 32));
    String other = numbers.account((int) pair);
    boolean inOrder = one.compareTo(other) < 0;
    String a = inOrder ? one : other;
    String b = inOrder ? other : one;
    if (!meet(pair)) {
      return candidates.forget(pair)
          ? Optional.of(EvidenceUpdate.gone(a, b, PairEvidence.Sort.ALIKE))
          : Optional.empty();
    }
    var asked = new TrackedFrequencies(names);
    var tie = sight(a).likeness(sight(b), new NameFrequencies(names.people(), asked));
    return candidates.found(
            pair, asked.asked(), tie.map(PairEvidence::fingerprint).orElse(CandidatePairs.NOTHING))
        ? Optional.of(new EvidenceUpdate(a, b, PairEvidence.Sort.ALIKE, tie.orElse(null)))
        : Optional.empty();
  }

  /** Who holds keys is there. */
  private ParsedProfile sight(String account) {
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
  private static final class Touched implements BlockingIndex.Pairs {
    private long[] pairs = new long[64];
    private int count;

    @Override
    public void touched(int one, int other) {
      if (count == pairs.length) {
        pairs = Arrays.copyOf(pairs, count * 2);
      }
      pairs[count++] = AccountNumbers.pair(one, other);
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
