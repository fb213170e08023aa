package dev.kith.identity.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Dense numbers for 64-bit values. The number of a removed value is reused. Not safe for use by
 * several threads.
 */
final class LongIndex {
  /** The number of a value that is not in the index. */
  static final int NONE = -1;

  private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
  private final LongArrayList values = new LongArrayList();
  private final IntArrayList free = new IntArrayList();

  LongIndex() {
    numbers.defaultReturnValue(NONE);
  }

  /** All numbers are below this. */
  int limit() {
    return values.size();
  }

  /** How many values are in the index. */
  int size() {
    return numbers.size();
  }

  /** The value that has this number, or had it. */
  long value(int number) {
    return values.getLong(number);
  }

  /** The number of a value, or {@link #NONE}. */
  int find(long value) {
    return numbers.get(value);
  }

  /** The number of a value, which gets one if it has none. */
  int add(long value) {
    int known = numbers.get(value);
    if (known != NONE) {
      return known;
    }
    int number = free.isEmpty() ? values.size() : free.popInt();
    if (number == values.size()) {
      values.add(value);
    } else {
      values.set(number, value);
    }
    numbers.put(value, number);
    return number;
  }

  /** Removes a value; the number it had, or {@link #NONE}. */
  int remove(long value) {
    int number = numbers.remove(value);
    if (number != NONE) {
      free.push(number);
    }
    return number;
  }
}
