package dev.kith.indexing;

import java.util.List;

/** Where entries go. */
interface Destination {

  /** Returns once all of them have arrived, however long that takes. */
  void write(List<Entry> entries) throws InterruptedException;
}
