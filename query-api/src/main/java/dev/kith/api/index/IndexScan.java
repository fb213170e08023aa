package dev.kith.api.index;

import java.util.List;

/**
 * A scan of a whole index at a point in time.
 *
 * @param <T> type of the documents
 */
public interface IndexScan<T> extends AutoCloseable {
  /** The next documents in the order of their ids; empty at the end. */
  List<T> next();

  /** Closes the point in time; may be called more than once. */
  @Override
  void close();
}
