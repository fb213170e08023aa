package dev.kith.indexing.bulk;

import java.util.List;

/** Where writes are sent to. */
public interface WriteDestination {

  /** Returns once all of them are done, however long that takes. */
  void write(List<PendingWrite> entries) throws InterruptedException;
}
