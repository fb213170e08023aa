package dev.kith.api.index;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query that is sent when its result is needed. Several are sent in one request by {@link
 * #fetchAll}: a request costs as much as a simple query.
 *
 * @param <T> the result
 */
public final class DeferredQuery<T> {
  private final @Nullable Fetch fetch;
  private final Function<List<DocValueHit>, T> reader;

  private DeferredQuery(@Nullable Fetch fetch, Function<List<DocValueHit>, T> reader) {
    this.fetch = fetch;
    this.reader = reader;
  }

  /** The hits of a search. */
  static DeferredQuery<List<DocValueHit>> of(SearchClient client, SearchRequest search) {
    return new DeferredQuery<>(new Fetch(client, search), hits -> hits);
  }

  /** A result for which no request is needed. */
  public static <T> DeferredQuery<T> of(T result) {
    return new DeferredQuery<>(null, _ -> result);
  }

  /** The same query with its result mapped. */
  public <R> DeferredQuery<R> map(Function<? super T, ? extends R> then) {
    return new DeferredQuery<>(fetch, hits -> then.apply(reader.apply(hits)));
  }

  /** Sends all queries that have not been sent, in one request. */
  public static void fetchAll(DeferredQuery<?>... queries) {
    Fetch.all(Stream.of(queries).flatMap(query -> Stream.ofNullable(query.fetch)).toList());
  }

  /** The result; sends the query if it has not been sent. */
  public T result() {
    return reader.apply(fetch == null ? List.of() : fetch.hits());
  }

  /** The hits of one search, fetched at most once. */
  private static final class Fetch {
    private final SearchClient client;
    private final SearchRequest search;
    private @Nullable List<DocValueHit> hits;

    private Fetch(SearchClient client, SearchRequest search) {
      this.client = client;
      this.search = search;
    }

    private static void all(List<Fetch> some) {
      List<Fetch> missing = some.stream().filter(each -> each.hits == null).toList();
      if (missing.isEmpty()) {
        return;
      }
      List<SearchRequest> searches = missing.stream().map(each -> each.search).toList();
      List<List<DocValueHit>> found = missing.getFirst().client.search(searches);
      for (int i = 0; i < missing.size(); i++) {
        missing.get(i).hits = found.get(i);
      }
    }

    private List<DocValueHit> hits() {
      all(List.of(this));
      return Objects.requireNonNull(hits);
    }
  }
}
