package dev.kith.identity.matching;

import dev.kith.identity.evidence.EvidenceUpdate;
import dev.kith.identity.evidence.PairEvidence;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the pairs of accounts that share a blocking key. The index and the name frequencies are
 * held in memory; they follow from the profiles of all accounts, so they are rebuilt from them at
 * start. Not safe for use by several threads.
 */
public final class CandidateMatcher {
  private static final int INITIAL_CAPACITY = 1 << 10;
  private static final long[] NO_KEYS = {};

  private final Function<String, Optional<ParsedProfile>> profiles;
  private final AccountNumbers numbers = new AccountNumbers();
  private final BlockingIndex index = new BlockingIndex();
  private final NameCounter names = new NameCounter();
  private final CandidatePairs candidates = new CandidatePairs();

  /** By number of an account, its blocking keys. */
  private long[][] keys = new long[INITIAL_CAPACITY][];

  /** By number of an account, whether it exists. */
  private final BitSet present = new BitSet();

  /** Pairs of which one account has changed. */
  private final PairCollector changedPairs = new PairCollector();

  /**
   * Without any account.
   *
   * @param profiles the current profile of an account
   */
  public CandidateMatcher(Function<String, Optional<ParsedProfile>> profiles) {
    this.profiles = profiles;
  }

  /** An account appears, changes or disappears. */
  public void change(
      String account, @Nullable ParsedProfile before, @Nullable ParsedProfile after) {
    int people = names.people();
    if (before != null) {
      names.remove(before.features()).forEach(word -> candidates.changed(word.hashCode()));
    }
    if (after != null) {
      names.add(after.features()).forEach(word -> candidates.changed(word.hashCode()));
    }
    if (names.people() != people) {
      candidates.changedAtAll();
    }
    int number = numbers.of(account);
    move(number, after == null ? NO_KEYS : after.keys());
    present.set(number, after != null);
  }

  /** Whether an account exists. */
  public boolean isPresent(String account) {
    return numbers.has(account) && present.get(numbers.of(account));
  }

  private void move(int account, long[] after) {
    long[] before = keys(account);
    for (long key : before) {
      if (Arrays.binarySearch(after, key) >= 0) {
        index.forEachPairOf(key, account, changedPairs);
      } else {
        index.remove(key, account, changedPairs);
      }
    }
    for (long key : after) {
      if (Arrays.binarySearch(before, key) < 0) {
        index.add(key, account, changedPairs);
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

  /**
   * Marks the changed pairs as stale instead of comparing them: they were compared before a
   * restart.
   */
  public void postpone() {
    changedPairs.forEach(candidates::addUncompared);
  }

  /**
   * Compares the changed pairs; the evidence that is new, has changed or does not exist any more.
   */
  public List<EvidenceUpdate> updates() {
    List<EvidenceUpdate> updates = new ArrayList<>();
    changedPairs.forEach(pair -> compare(pair).ifPresent(updates::add));
    return updates;
  }

  /**
   * Compares pairs whose names have become more or less common.
   *
   * @param max pairs to compare
   * @param steps most pairs to pass while searching
   */
  public List<EvidenceUpdate> updatesOfStalePairs(int max, int steps) {
    List<EvidenceUpdate> updates = new ArrayList<>();
    int waiting = candidates.waiting();
    for (int i = 0; i < max; i++) {
      int stale = candidates.nextStale(steps - (waiting - candidates.waiting()));
      if (stale == LongIndex.NONE) {
        return updates;
      }
      compare(candidates.pair(stale)).ifPresent(updates::add);
    }
    return updates;
  }

  /** How many pairs are not yet checked for name frequencies that have changed; 0 if all are. */
  public int waiting() {
    return candidates.waiting();
  }

  /** How many pairs of accounts share a blocking key. */
  public int pairs() {
    return candidates.size();
  }

  private Optional<EvidenceUpdate> compare(long pair) {
    String one = numbers.account((int) (pair >>> 32));
    String other = numbers.account((int) pair);
    boolean inOrder = one.compareTo(other) < 0;
    String a = inOrder ? one : other;
    String b = inOrder ? other : one;
    if (!shareBlockingKey(pair)) {
      return candidates.forget(pair)
          ? Optional.of(EvidenceUpdate.removed(a, b, PairEvidence.Type.MATCH))
          : Optional.empty();
    }
    var used = new TrackedFrequencies(names);
    var evidence = profile(a).score(profile(b), new NameFrequencies(names.people(), used));
    return candidates.setResult(
            pair,
            used.words(),
            evidence.map(PairEvidence::fingerprint).orElse(CandidatePairs.NOTHING))
        ? Optional.of(new EvidenceUpdate(a, b, PairEvidence.Type.MATCH, evidence.orElse(null)))
        : Optional.empty();
  }

  /** An account that has keys exists. */
  private ParsedProfile profile(String account) {
    return profiles.apply(account).orElseThrow();
  }

  private boolean shareBlockingKey(long pair) {
    long[] one = keys((int) (pair >>> 32));
    long[] other = keys((int) pair);
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j] && index.isOpen(one[i])) {
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

  /** Collects pairs, and passes each once. */
  private static final class PairCollector implements BlockingIndex.PairConsumer {
    private final LongArrayList pairs = new LongArrayList();

    @Override
    public void accept(int one, int other) {
      pairs.add(AccountNumbers.pair(one, other));
    }

    /** Passes the pairs in order and removes them. */
    void forEach(LongConsumer each) {
      long[] sorted = pairs.toLongArray();
      pairs.clear();
      Arrays.sort(sorted);
      LongStream.of(sorted).distinct().forEach(each);
    }
  }
}
