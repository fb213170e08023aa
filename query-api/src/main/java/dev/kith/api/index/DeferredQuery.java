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
public final class DeferredQuery<T> {
  private final Optional<DeferredHits> pending;
  private final Function<List<DocValueHit>, T> reader;

  private DeferredQuery(Optional<DeferredHits> pending, Function<List<DocValueHit>, T> reader) {
    this.pending = pending;
    this.reader = reader;
  }

  /** A question whose answer is made of rows. */
  static <T> DeferredQuery<T> of(DeferredHits rows, Function<List<DocValueHit>, T> reader) {
    return new DeferredQuery<>(Optional.of(rows), reader);
  }

  /** What needs no asking. */
  public static <T> DeferredQuery<T> known(T answer) {
    return new DeferredQuery<>(Optional.empty(), _ -> answer);
  }

  /** What follows from the answer. */
  public <R> DeferredQuery<R> map(Function<? super T, ? extends R> then) {
    return new DeferredQuery<>(pending, rows -> then.apply(reader.apply(rows)));
  }

  /** Asks all that is not known yet in one request. */
  public static void together(DeferredQuery<?>... lookups) {
    DeferredHits.fetch(Stream.of(lookups).flatMap(lookup -> lookup.pending.stream()).toList());
  }

  /** The answer. */
  public T answer() {
    return reader.apply(pending.map(DeferredHits::rows).orElseGet(List::of));
  }
}
