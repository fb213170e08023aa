package dev.kith.identity.matching;

import java.util.Arrays;

/**
 * Pairs of accounts that meet, what was last found about each, and which words' commonness that
 * hangs on. When a word becomes more or less common, the pairs that hang on it are stale; they are
 * found by walking past all of them, by and by, which costs less than an index from words to pairs.
 * A hash stands for a word: when two words share one, a pair is looked at once too often. Not safe
 * for use by several threads.
 */
final class CandidatePairs {
  /** What is known of a pair about which the ledger holds no tie. */
  static final long NOTHING = 0;

  private static final long UNKNOWN = -1;
  private static final int NEVER = 0;
  private static final int FIRST = 1 << 10;
  private static final int[] NO_WORDS = {};

  private final LongIndex pairs = new LongIndex();
  private int[][] words = new int[FIRST][];
  private int[] judged = new int[FIRST];
  private long[] found = new long[FIRST];

  private final LongIndex changedWords = new LongIndex();
  private int[] changed = new int[FIRST];
  private int allChanged = NEVER;
  private int clock = NEVER;

  private int cursor;
  private int unseen;

  /** The accounts meet, and it is not known what was found when they were last compared. */
  void meet(long pair) {
    int number = number(pair);
    judged[number] = NEVER;
    found[number] = UNKNOWN;
    allChanged = Math.max(1, allChanged);
    clock = Math.max(1, clock);
    walkPastAll();
  }

  /**
   * The accounts meet, and were compared.
   *
   * @param asked hashes of the words on which the verdict hangs
   * @param verdict stands for what was found
   * @return whether that is news for the ledger
   */
  boolean found(long pair, int[] asked, long verdict) {
    boolean isNew = pairs.find(pair) == LongIndex.NONE;
    int number = number(pair);
    long before = isNew ? NOTHING : found[number];
    words[number] = asked;
    judged[number] = clock;
    found[number] = verdict;
    return before != verdict;
  }

  /**
   * The accounts do not meet any more.
   *
   * @return whether that may be news for the ledger
   */
  boolean forget(long pair) {
    int number = pairs.remove(pair);
    if (number == LongIndex.NONE) {
      return false;
    }
    words[number] = NO_WORDS;
    judged[number] = Integer.MAX_VALUE;
    return found[number] != NOTHING;
  }

  /** A word has become more or less common. */
  void changed(int word) {
    int number = changedWords.add(word);
    if (number >= changed.length) {
      changed = Arrays.copyOf(changed, changed.length * 2);
    }
    changed[number] = ++clock;
    walkPastAll();
  }

  /** There are so many more or fewer people that everything weighs otherwise. */
  void changedAtAll() {
    allChanged = ++clock;
    walkPastAll();
  }

  private void walkPastAll() {
    unseen = pairs.limit();
  }

  /** How many pairs have not been passed since anything changed: 0 if none is stale. */
  int waiting() {
    return unseen;
  }

  int size() {
    return pairs.size();
  }

  /**
   * Walks on to the next stale pair.
   *
   * @param steps at most so many pairs further
   * @return its number, or {@link LongIndex#NONE} if there is none so near
   */
  int nextStale(int steps) {
    for (int left = Math.min(steps, unseen); left > 0; left--) {
      cursor = cursor + 1 < pairs.limit() ? cursor + 1 : 0;
      unseen--;
      if (isStale(cursor)) {
        return cursor;
      }
    }
    return LongIndex.NONE;
  }

  long pair(int number) {
    return pairs.thing(number);
  }

  private boolean isStale(int number) {
    int at = judged[number];
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
    if (unseen > 0) {
      unseen += pairs.limit() - limit; // the round has become longer
    }
    if (number >= judged.length) {
      int length = judged.length * 2;
      words = Arrays.copyOf(words, length);
      judged = Arrays.copyOf(judged, length);
      found = Arrays.copyOf(found, length);
    }
    if (words[number] == null) {
      words[number] = NO_WORDS;
    }
    return number;
  }
}
