package dev.kith.api.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.api.ApiSettings;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.query.PageQuery;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends all requests to Elasticsearch and reads the responses; every failure becomes {@link
 * ServiceUnavailable}.
 */
@Singleton
public class SearchClient {
  /** Lists that a document does not have are empty. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .withConfigOverride(
              List.class,
              lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;
  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;

  private final ElasticsearchClient client;
  private final Duration timeout;
  private final Indices indices;
  private final DocValueSearch rows;

  @Inject
  SearchClient(ElasticsearchSettings settings, ApiSettings api) {
    this(settings, api.queryTimeout());
  }

  SearchClient(ElasticsearchSettings settings, Duration timeout) {
    this.client = settings.connect(timeout);
    this.timeout = timeout;
    this.indices = settings.indices();
    this.rows = new DocValueSearch(client);
  }

  /** The indices of this workspace. */
  public Indices indices() {
    return indices;
  }

  /** One page of the documents that match. */
  public <T> Hits<T> page(Index index, PageQuery query, Class<T> type) {
    return answer(request(checked(query)).index(index.alias()).build(), query, document(type));
  }

  /** One page of the hits, without documents. */
  <T> Hits<T> page(
      Index index, PageQuery query, List<FieldAndFormat> fields, Function<DocValueHit, T> reader) {
    SearchRequest request =
        request(checked(query))
            .index(index.alias())
            .source(s -> s.fetch(false))
            .docvalueFields(fields)
            .build();
    return answer(request, query, hit -> reader.apply(DocValueHit.of(hit)));
  }

  /** One page of the documents that match at a point in time. */
  <T> Hits<T> page(String pointInTime, PageQuery query, Class<T> type) {
    SearchRequest request =
        request(query)
            .pit(p -> p.id(pointInTime).keepAlive(t -> t.time(IndexScanner.KEEP)))
            .build();
    return answer(request, query, document(type));
  }

  private static <T> Function<Hit<?>, T> document(Class<T> type) {
    return hit -> read((BinaryData) Objects.requireNonNull(hit.source()), type);
  }

  private <T> Hits<T> answer(SearchRequest request, PageQuery query, Function<Hit<?>, T> reader) {
    SearchResponse<BinaryData> response = response(request, query);
    List<Hits.Hit<T>> hits =
        response.hits().hits().stream()
            .map(
                hit ->
                    new Hits.Hit<>(
                        reader.apply(hit),
                        Objects.requireNonNullElse(hit.score(), 0.0),
                        hit.sort().stream().map(SortValue::encode).toList()))
            .toList();
    var total = response.hits().total();
    return new Hits<>(
        hits, total == null ? hits.size() : total.value(), hits.size() == query.size());
  }

  /** Checks that a cursor has one value per sort key; only a point in time adds one of its own. */
  private static PageQuery checked(PageQuery query) {
    int values = query.after().size();
    if (values != 0 && values != query.order().size()) {
      throw InvalidParameterException.cursor();
    }
    return query;
  }

  /** The types of the sort values are known to the index only: its refusal is an invalid cursor. */
  private SearchResponse<BinaryData> response(SearchRequest request, PageQuery query) {
    try {
      return search(request);
    } catch (ElasticsearchException e) {
      throw e.status() == BAD_REQUEST && !query.after().isEmpty()
          ? InvalidParameterException.cursor()
          : e;
    }
  }

  /** The number of matches. */
  public long count(Index index, Query query) {
    return call(() -> client.count(c -> c.index(index.alias()).query(query)).count());
  }

  /**
   * Checks that all indices exist.
   *
   * @throws ServiceUnavailable with the name of a missing index
   */
  public void requireAll() {
    for (Index index : indices.all()) {
      if (!call(() -> client.indices().existsAlias(e -> e.name(index.alias())).value())) {
        throw new ServiceUnavailable(
            "the index %s is missing; indexing creates it anew and fills it again"
                .formatted(index.alias()),
            new IllegalStateException(index.alias()));
      }
    }
  }

  /** A search whose response the caller parses. */
  public SearchResponse<BinaryData> search(SearchRequest request) {
    return call(() -> client.search(request, BinaryData.class));
  }

  /** Some doc values of many hits, which are not counted. */
  List<DocValueHit> rows(SearchRequest.Builder search, String... fields) {
    return deferred(search, fields).result();
  }

  /** The same, to be sent later. */
  DeferredQuery<List<DocValueHit>> deferred(SearchRequest.Builder search, String... fields) {
    return DeferredQuery.of(this, DocValueSearch.search(search, fields));
  }

  /** The documents of many hits, sent later. */
  <T> DeferredQuery<List<T>> documents(
      SearchRequest.Builder search, List<String> without, Class<T> type) {
    return DeferredQuery.of(this, DocValueSearch.documents(search, without))
        .map(hits -> hits.stream().map(hit -> hit.document(type)).toList());
  }

  /** The hits of each search, fetched in one request. */
  List<List<DocValueHit>> search(List<SearchRequest> searches) {
    return call(() -> rows.of(searches));
  }

  /** The ids of the matches, up to a limit. */
  public Set<String> ids(Index index, Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(index.alias())
            .query(matching)
            .size(most)
            .sort(sort -> sort.doc(d -> d));
    return rows(request, "id").stream().map(row -> row.first("id")).collect(Collectors.toSet());
  }

  /** Waits until the written revisions of these documents are searchable. */
  void awaitSearchable(Index index, List<String> documents) {
    var _ =
        call(
            () ->
                client.mget(
                    m ->
                        m.index(index.alias())
                            .ids(documents)
                            .refresh(true)
                            .source(s -> s.fetch(false)),
                    BinaryData.class));
  }

  /** Opens a point in time, so that a long scan sees one state of the index; returns its id. */
  String openPointInTime(Index index, String keep) {
    return call(
        () ->
            client.openPointInTime(p -> p.index(index.alias()).keepAlive(t -> t.time(keep))).id());
  }

  /** Closes a point in time. */
  void closePointInTime(String handle) {
    call(() -> client.closePointInTime(p -> p.id(handle)).succeeded());
  }

  /** The start of a search request for a page. */
  static SearchRequest.Builder request(PageQuery query) {
    var request =
        new SearchRequest.Builder()
            .query(query.query())
            .size(query.size())
            .sort(query.order())
            .trackTotalHits(t -> t.count(10_000))
            .source(s -> s.filter(f -> f.excludes(query.without())));
    return query.after().isEmpty()
        ? request
        : request.searchAfter(query.after().stream().map(SortValue::decode).toList());
  }

  static <T> T read(BinaryData source, Class<T> type) {
    try {
      return JSON.readValue(source.asInputStream(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a document that reads as " + type.getName(), e);
    }
  }

  private <T> T call(Call<T> call) {
    try {
      return call.response();
    } catch (ElasticsearchException e) {
      throw answered(e);
    } catch (TransportException e) {
      throw e.statusCode() == UNAUTHORIZED || e.statusCode() == FORBIDDEN
          ? refused(e)
          : new ServiceUnavailable("Elasticsearch gave no understandable answer", e);
    } catch (IOException e) {
      throw new ServiceUnavailable(unanswered(e), e);
    }
  }

  private String unanswered(IOException e) {
    if (ElasticsearchSettings.isDistrust(e)) {
      return "Elasticsearch cannot prove who it is (kith.elasticsearch.ca-certificate)";
    }
    return isTimeout(e)
        ? "Elasticsearch has not answered within %d ms (kith.api.query-timeout)"
            .formatted(timeout.toMillis())
        : "Elasticsearch cannot be reached";
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof InterruptedIOException
        || (failure.getCause() != null && isTimeout(failure.getCause()));
  }

  private static RuntimeException answered(ElasticsearchException e) {
    return switch (e.status()) {
      case UNAUTHORIZED, FORBIDDEN -> refused(e);
      case MISSING, TOO_MANY -> new ServiceUnavailable("Elasticsearch answered " + e.status(), e);
      default ->
          e.status() >= FAULT
              ? new ServiceUnavailable("Elasticsearch answered " + e.status(), e)
              : e;
    };
  }

  private static ServiceUnavailable refused(Exception e) {
    return new ServiceUnavailable(
        "Elasticsearch does not let this service in (kith.elasticsearch.api-key)", e);
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }

  /** A request to Elasticsearch. */
  private interface Call<T> {
    T response() throws IOException;
  }
}
