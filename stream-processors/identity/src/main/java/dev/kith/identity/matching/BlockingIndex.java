package dev.kith.identity.matching;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Index from blocking keys to accounts. Accounts share a key if not too many hold it. Accounts are
 * numbers to save memory. Each change reports the pairs for which it makes a difference. Not safe
 * for use by several threads.
 */
public final class BlockingIndex {
  private static final int INITIAL_CAPACITY = 1 << 10;

  private static final int[] NOBODY = {};

  private final LongIndex keys = new LongIndex();

  /** Most keys have one holder, so it is stored apart from the others. */
  private int[] sizes = new int[INITIAL_CAPACITY];

  private int[] first = new int[INITIAL_CAPACITY];
  private int[][] others = new int[INITIAL_CAPACITY][];

  /** Receives pairs. */
  interface PairConsumer {
    void accept(int one, int other);
  }

  /** Keys are stored as hashes. */
  public static long key(String text) {
    return Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asLong();
  }

  /** Adds an account under a key; reports the pairs that this changes. */
  void add(long key, int account, PairConsumer pairs) {
    int number = ensureCapacity(keys.add(key));
    notifyChangedPairs(number, account, pairs);
    int size = sizes[number]++;
    if (size == 0) {
      first[number] = account;
    } else {
      int[] more = others[number];
      if (more == null || more.length < size) {
        more = more == null ? new int[1] : Arrays.copyOf(more, Math.max(1, size * 2 - 1));
        others[number] = more;
      }
      more[size - 1] = account;
    }
  }

  /** Removes an account from a key; reports the pairs that this changes. */
  void remove(long key, int account, PairConsumer pairs) {
    int number = keys.find(key);
    if (number == LongIndex.NONE) {
      return;
    }
    removeHolder(number, account);
    notifyChangedPairs(number, account, pairs);
    if (sizes[number] == 0) {
      keys.remove(key);
      others[number] = NOBODY;
    }
  }

  /** Reports the pairs of an account with the others that hold a key. */
  void forEachPairOf(long key, int account, PairConsumer pairs) {
    int number = keys.find(key);
    if (number != LongIndex.NONE && sizes[number] <= BlockingKeys.LARGEST_BLOCK) {
      forEachHolder(number, other -> notifyPair(account, other, pairs));
    }
  }

  /** Whether few enough accounts hold the key. */
  boolean isOpen(long key) {
    int number = keys.find(key);
    return number == LongIndex.NONE || sizes[number] <= BlockingKeys.LARGEST_BLOCK;
  }

  /** Around the limit, all pairs of a key change: with one more holder they stop sharing it. */
  private void notifyChangedPairs(int number, int account, PairConsumer pairs) {
    if (sizes[number] < BlockingKeys.LARGEST_BLOCK) {
      forEachHolder(number, other -> notifyPair(account, other, pairs));
    } else if (sizes[number] == BlockingKeys.LARGEST_BLOCK) {
      forEachHolder(
          number, one -> forEachHolder(number, other -> notifyPairOnce(one, other, pairs)));
    }
  }

  private static void notifyPair(int one, int other, PairConsumer pairs) {
    if (one != other) {
      pairs.accept(one, other);
    }
  }

  private static void notifyPairOnce(int one, int other, PairConsumer pairs) {
    if (one < other) {
      pairs.accept(one, other);
    }
  }

  private void forEachHolder(int number, IntConsumer holder) {
    for (int i = 0; i < sizes[number]; i++) {
      holder.accept(holder(number, i));
    }
  }

  private int holder(int number, int i) {
    return i == 0 ? first[number] : others[number][i - 1];
  }

  /** The last holder takes the place of the removed one. */
  private void removeHolder(int number, int account) {
    int last = sizes[number] - 1;
    for (int i = 0; i <= last; i++) {
      if (holder(number, i) == account) {
        int moved = holder(number, last);
        if (i == 0) {
          first[number] = moved;
        } else {
          others[number][i - 1] = moved;
        }
        sizes[number] = last;
        return;
      }
    }
  }

  private int ensureCapacity(int number) {
    if (number >= sizes.length) {
      int length = sizes.length * 2;
      sizes = Arrays.copyOf(sizes, length);
      first = Arrays.copyOf(first, length);
      others = Arrays.copyOf(others, length);
    }
    return number;
  }
}
