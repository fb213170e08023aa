package dev.kith.identity.matching;

import java.util.Arrays;

/**
 * Pairs of accounts that share a blocking key, with the last result of each and the words whose
 * frequencies it depends on. When the frequency of a word changes, the pairs that depend on it are
 * stale; a cyclic scan finds them step by step, which costs less than an index from words to pairs.
 * Words are stored as hashes: a collision means one comparison too many. Not safe for use by
 * several threads.
 */
final class CandidatePairs {
  /** The result of a pair for which there is no evidence. */
  static final long NOTHING = 0;

  private static final long UNKNOWN = -1;
  private static final int NEVER = 0;
  private static final int INITIAL_CAPACITY = 1 << 10;
  private static final int[] NO_WORDS = {};

  private final LongIndex pairs = new LongIndex();
  private int[][] words = new int[INITIAL_CAPACITY][];
  private int[] comparedAt = new int[INITIAL_CAPACITY];
  private long[] results = new long[INITIAL_CAPACITY];

  private final LongIndex changedWords = new LongIndex();
  private int[] changed = new int[INITIAL_CAPACITY];
  private int allChanged = NEVER;
  private int clock = NEVER;

  private int cursor;
  private int notScanned;

  /** Adds a pair whose last result is not known. */
  void addUncompared(long pair) {
    int number = number(pair);
    comparedAt[number] = NEVER;
    results[number] = UNKNOWN;
    allChanged = Math.max(1, allChanged);
    clock = Math.max(1, clock);
    restartScan();
  }

  /**
   * Stores the result of a comparison.
   *
   * @param usedWords hashes of the words on which the result depends
   * @param result fingerprint of the result
   * @return whether the result has changed
   */
  boolean setResult(long pair, int[] usedWords, long result) {
    boolean isNew = pairs.find(pair) == LongIndex.NONE;
    int number = number(pair);
    long before = isNew ? NOTHING : results[number];
    words[number] = usedWords;
    comparedAt[number] = clock;
    results[number] = result;
    return before != result;
  }

  /**
   * Removes a pair that shares no blocking key any more.
   *
   * @return whether there may be evidence to be removed
   */
  boolean forget(long pair) {
    int number = pairs.remove(pair);
    if (number == LongIndex.NONE) {
      return false;
    }
    words[number] = NO_WORDS;
    comparedAt[number] = Integer.MAX_VALUE;
    return results[number] != NOTHING;
  }

  /** The frequency of a word has changed. */
  void changed(int word) {
    int number = changedWords.add(word);
    if (number >= changed.length) {
      changed = Arrays.copyOf(changed, changed.length * 2);
    }
    changed[number] = ++clock;
    restartScan();
  }

  /** The number of people has changed so much that every score changes. */
  void changedAtAll() {
    allChanged = ++clock;
    restartScan();
  }

  private void restartScan() {
    notScanned = pairs.limit();
  }

  /** How many pairs the scan has not passed since the last change; 0 if none is stale. */
  int waiting() {
    return notScanned;
  }

  int size() {
    return pairs.size();
  }

  /**
   * Scans on to the next stale pair.
   *
   * @param steps scans at most so many pairs
   * @return its number, or {@link LongIndex#NONE} if there is none so near
   */
  int nextStale(int steps) {
    for (int left = Math.min(steps, notScanned); left > 0; left--) {
      cursor = cursor + 1 < pairs.limit() ? cursor + 1 : 0;
      notScanned--;
      if (isStale(cursor)) {
        return cursor;
      }
    }
    return LongIndex.NONE;
  }

  long pair(int number) {
    return pairs.value(number);
  }

  private boolean isStale(int number) {
    int at = comparedAt[number];
    if (at < allChanged) {
      return true;
    }
    if (at < clock) {
      for (int word : words[number]) {
        int known = changedWords.find(word);
        if (known != LongIndex.NONE && changed[known] > at) {
          return true;
        }
      }
    }
    return false;
  }

  private int number(long pair) {
    int limit = pairs.limit();
    int number = pairs.add(pair);
    if (notScanned > 0) {
      notScanned += pairs.limit() - limit; // the scan has become longer
    }
    if (number >= comparedAt.length) {
      int length = comparedAt.length * 2;
      words = Arrays.copyOf(words, length);
      comparedAt = Arrays.copyOf(comparedAt, length);
      results = Arrays.copyOf(results, length);
    }
    if (words[number] == null) {
      words[number] = NO_WORDS;
    }
    return number;
  }
}
