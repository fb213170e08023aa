package dev.kith.identity.file;

import it.unimi.dsi.fastutil.Arrays;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.Consumer;

/** Accounts by blocking key, in little memory. */
final class BlockEntries {
  private final LongArrayList keys = new LongArrayList();
  private final IntArrayList accounts = new IntArrayList();

  /** Adds an account under the hash of one of its keys. */
  void add(long key, int account) {
    keys.add(key);
    accounts.add(account);
  }

  int size() {
    return keys.size();
  }

  /** Passes the accounts under each key that two and at most {@code largest} of them hold. */
  void forEachBlock(int largest, Consumer<int[]> block) {
    Arrays.quickSort(0, size(), this::compare, this::swap);
    int start = 0;
    for (int end = 1; end <= size(); end++) {
      if (end == size() || keys.getLong(end) != keys.getLong(start)) {
        if (end - start > 1 && end - start <= largest) {
          block.accept(accounts.subList(start, end).toIntArray());
        }
        start = end;
      }
    }
  }

  private int compare(int one, int other) {
    int byKey = Long.compare(keys.getLong(one), keys.getLong(other));
    return byKey != 0 ? byKey : Integer.compare(accounts.getInt(one), accounts.getInt(other));
  }

  /** Both lists change places together, so sorting needs no memory. */
  private void swap(int one, int other) {
    keys.set(other, keys.set(one, keys.getLong(other)));
    accounts.set(other, accounts.set(one, accounts.getInt(other)));
  }
}
