package dev.kith.identity.matching;

import java.util.Arrays;

/**
 * Dense numbers for 64-bit values, in little memory. The number of a removed value is reused. Not
 * safe for use by several threads.
 */
public final class LongIndex {
  /** The number of what is not there. */
  public static final int NONE = -1;

  private static final int INITIAL_CAPACITY = 1 << 10;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] things = new long[INITIAL_CAPACITY];
  private int[] free = {};
  private int freed;
  private int limit;
  private int[] table = table(2 * INITIAL_CAPACITY);

  /** All numbers are below this. */
  int limit() {
    return limit;
  }

  /** How many there are. */
  int size() {
    return limit - freed;
  }

  /** What has this number, or had it. */
  long thing(int number) {
    return things[number];
  }

  /** The number of a thing, or {@link #NONE}. */
  public int find(long thing) {
    return table[place(thing)];
  }

  /** The number of a thing, which gets one if it has none. */
  public int add(long thing) {
    int place = place(thing);
    if (table[place] != NONE) {
      return table[place];
    }
    if (2 * size() >= table.length) {
      grow();
      place = place(thing);
    }
    int number = freed > 0 ? free[--freed] : limit++;
    if (number == things.length) {
      things = Arrays.copyOf(things, number * 2);
    }
    things[number] = thing;
    table[place] = number;
    return number;
  }

  /** Forgets a thing; the number it had, or {@link #NONE}. */
  int remove(long thing) {
    int place = place(thing);
    int number = table[place];
    if (number != NONE) {
      close(place);
      if (freed == free.length) {
        free = Arrays.copyOf(free, Math.max(INITIAL_CAPACITY, freed * 2));
      }
      free[freed++] = number;
    }
    return number;
  }

  /** Moves what stands behind a gap to where it will be looked for. */
  private void close(int gap) {
    int mask = table.length - 1;
    int hole = gap;
    for (int at = (gap + 1) & mask; table[at] != NONE; at = (at + 1) & mask) {
      int home = home(things[table[at]]);
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        table[hole] = table[at];
        hole = at;
      }
    }
    table[hole] = NONE;
  }

  private void grow() {
    int[] old = table;
    table = table(old.length * 2);
    for (int number : old) {
      if (number != NONE) {
        table[place(things[number])] = number;
      }
    }
  }

  private static int[] table(int length) {
    var table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  /** Where it stands, or may stand. */
  private int place(long thing) {
    int mask = table.length - 1;
    int at = home(thing);
    while (table[at] != NONE && things[table[at]] != thing) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private int home(long thing) {
    return (int) ((thing * SPREAD) >>> (Long.numberOfLeadingZeros(table.length) + 1));
  }
}
