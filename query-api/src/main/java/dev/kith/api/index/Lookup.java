package dev.kith.api.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A question about many hits that is asked when its answer is wanted. Several are asked in one
 * request if they are asked {@link #together}: a request costs as much as a simple question.
 *
 * @param <T> the answer
 */
public final class Lookup<T> {
  private final Optional<PendingRows> pending;
  private final Function<List<Row>, T> reader;

  private Lookup(Optional<PendingRows> pending, Function<List<Row>, T> reader) {
    this.pending = pending;
    this.reader = reader;
  }

  /** A question whose answer is made of rows. */
  static <T> Lookup<T> of(PendingRows rows, Function<List<Row>, T> reader) {
    return new Lookup<>(Optional.of(rows), reader);
  }

  /** What needs no asking. */
  public static <T> Lookup<T> known(T answer) {
    return new Lookup<>(Optional.empty(), _ -> answer);
  }

  /** What follows from the answer. */
  public <R> Lookup<R> map(Function<? super T, ? extends R> then) {
    return new Lookup<>(pending, rows -> then.apply(reader.apply(rows)));
  }

  /** Asks all that is not known yet in one request. */
  public static void together(Lookup<?>... lookups) {
    PendingRows.fetch(Stream.of(lookups).flatMap(lookup -> lookup.pending.stream()).toList());
  }

  /** The answer. */
  public T answer() {
    return reader.apply(pending.map(PendingRows::rows).orElseGet(List::of));
  }
}
