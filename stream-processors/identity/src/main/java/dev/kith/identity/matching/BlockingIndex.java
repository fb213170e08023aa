package dev.kith.identity.matching;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which accounts meet: those that hold a blocking key which not too many hold. Accounts are
 * numbers, for there are many. Whoever comes or goes makes a difference for some pairs, and these
 * are told. Not safe for use by several threads.
 */
public final class BlockingIndex {
  private static final int FIRST = 1 << 10;

  private static final int[] NOBODY = {};

  private final LongIndex keys = new LongIndex();

  /** Most keys have one holder. */
  private int[] sizes = new int[FIRST];

  private int[] first = new int[FIRST];
  private int[][] others = new int[FIRST][];

  /** Who is told of pairs. */
  interface Pairs {
    void touched(int one, int other);
  }

  /** Of a key a hash will do. */
  public static long key(String text) {
    return Hashing.murmur3_128().hashString(text, StandardCharsets.UTF_8).asLong();
  }

  /** An account now holds a key; the pairs for which that makes a difference. */
  void add(long key, int account, Pairs pairs) {
    int number = room(keys.add(key));
    touch(number, account, pairs);
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

  /** An account no longer holds a key; the pairs for which that makes a difference. */
  void remove(long key, int account, Pairs pairs) {
    int number = keys.find(key);
    if (number == LongIndex.NONE) {
      return;
    }
    drop(number, account);
    touch(number, account, pairs);
    if (sizes[number] == 0) {
      keys.remove(key);
      others[number] = NOBODY;
    }
  }

  /** The pairs in which an account meets others by a key it holds. */
  void around(long key, int account, Pairs pairs) {
    int number = keys.find(key);
    if (number != LongIndex.NONE && sizes[number] <= BlockingKeys.LARGEST_BLOCK) {
      each(number, other -> tell(account, other, pairs));
    }
  }

  /** False if so many hold the key that it leads nowhere. */
  boolean isOpen(long key) {
    int number = keys.find(key);
    return number == LongIndex.NONE || sizes[number] <= BlockingKeys.LARGEST_BLOCK;
  }

  /** With one more the others may cease to meet, without that one they may meet again. */
  private void touch(int number, int account, Pairs pairs) {
    if (sizes[number] < BlockingKeys.LARGEST_BLOCK) {
      each(number, other -> tell(account, other, pairs));
    } else if (sizes[number] == BlockingKeys.LARGEST_BLOCK) {
      each(number, one -> each(number, other -> tellOnce(one, other, pairs)));
    }
  }

  private static void tell(int one, int other, Pairs pairs) {
    if (one != other) {
      pairs.touched(one, other);
    }
  }

  private static void tellOnce(int one, int other, Pairs pairs) {
    if (one < other) {
      pairs.touched(one, other);
    }
  }

  private void each(int number, IntConsumer holder) {
    for (int i = 0; i < sizes[number]; i++) {
      holder.accept(holder(number, i));
    }
  }

  private int holder(int number, int i) {
    return i == 0 ? first[number] : others[number][i - 1];
  }

  /** The last takes the place of the one that goes. */
  private void drop(int number, int account) {
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

  private int room(int number) {
    if (number >= sizes.length) {
      int length = sizes.length * 2;
      sizes = Arrays.copyOf(sizes, length);
      first = Arrays.copyOf(first, length);
      others = Arrays.copyOf(others, length);
    }
    return number;
  }
}
