package dev.kith.api.index;

import java.util.List;

/**
 * A reading of a whole index, in the state it was in when the reading began.
 *
 * @param <T> what is read
 */
public interface IndexScan<T> extends AutoCloseable {
  /** What follows, by id; empty at the end. */
  List<T> next();

  /** Lets go of the state; may be called more than once. */
  @Override
  void close();
}
