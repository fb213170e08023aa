package dev.kith.identity.file;

import java.util.Arrays;
import java.util.function.Consumer;

/** Accounts by blocking key, in little memory. */
final class BlockEntries {
  private static final int INITIAL_CAPACITY = 1 << 10;

  private long[] keys = new long[INITIAL_CAPACITY];
  private int[] accounts = new int[INITIAL_CAPACITY];
  private int size;

  /** An account under one of its keys; of the key a hash will do. */
  void add(long key, int account) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
      accounts = Arrays.copyOf(accounts, keys.length);
    }
    keys[size] = key;
    accounts[size] = account;
    size++;
  }

  int size() {
    return size;
  }

  /** The accounts under each key that two and at most {@code largest} of them hold. */
  void forEachBlock(int largest, Consumer<int[]> block) {
    sort();
    int start = 0;
    for (int end = 1; end <= size; end++) {
      if (end == size || keys[end] != keys[start]) {
        if (end - start > 1 && end - start <= largest) {
          block.accept(Arrays.copyOfRange(accounts, start, end));
        }
        start = end;
      }
    }
  }

  /** Heap sort: both arrays change places together, and no room is needed beside them. */
  private void sort() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i, size);
    }
    for (int end = size - 1; end > 0; end--) {
      swap(0, end);
      sink(0, end);
    }
  }

  private void sink(int from, int end) {
    int top = from;
    for (int child = 2 * top + 1; child < end; child = 2 * top + 1) {
      if (child + 1 < end && isBefore(child, child + 1)) {
        child++;
      }
      if (!isBefore(top, child)) {
        return;
      }
      swap(top, child);
      top = child;
    }
  }

  private boolean isBefore(int one, int other) {
    return keys[one] != keys[other] ? keys[one] < keys[other] : accounts[one] < accounts[other];
  }

  private void swap(int one, int other) {
    long key = keys[one];
    keys[one] = keys[other];
    keys[other] = key;
    int account = accounts[one];
    accounts[one] = accounts[other];
    accounts[other] = account;
  }
}
