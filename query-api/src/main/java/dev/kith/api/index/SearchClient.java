package dev.kith.api.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.api.ApiSettings;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.query.PageQuery;
import dev.kith.schemas.ElasticsearchSettings;
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
 * The one way to ask Elasticsearch: a question in, documents out; and one way for it to be away.
 */
@Singleton
public class SearchClient {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
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
  private final Duration patience;
  private final Indices indices;
  private final DocValueSearch rows;

  @Inject
  SearchClient(ElasticsearchSettings settings, ApiSettings api) {
    this(settings, api.queryTimeout());
  }

  SearchClient(ElasticsearchSettings settings, Duration patience) {
    this.client = settings.connect(patience);
    this.patience = patience;
    this.indices = settings.indices();
    this.rows = new DocValueSearch(client);
  }

  /** Where the indices of this workspace are. */
  public Indices indices() {
    return indices;
  }

  /** One page of what matches. */
  public <T> Hits<T> ask(Index index, PageQuery question, Class<T> type) {
    return answer(
        request(checked(question)).index(index.alias()).build(), question, document(type));
  }

  /** One page of what matches, without the documents. */
  <T> Hits<T> ask(Index index, PageQuery question, DocValueFields<T> columns) {
    SearchRequest request =
        request(checked(question))
            .index(index.alias())
            .source(s -> s.fetch(false))
            .docvalueFields(columns.fields())
            .build();
    return answer(request, question, columns.reader());
  }

  /** One page of what matches at a point in time. */
  <T> Hits<T> ask(String pointInTime, PageQuery question, Class<T> type) {
    SearchRequest request =
        request(question)
            .pit(p -> p.id(pointInTime).keepAlive(t -> t.time(PointInTimeScan.KEEP)))
            .build();
    return answer(request, question, document(type));
  }

  private static <T> Function<Hit<?>, T> document(Class<T> type) {
    return hit -> read((BinaryData) Objects.requireNonNull(hit.source()), type);
  }

  private <T> Hits<T> answer(
      SearchRequest request, PageQuery question, Function<Hit<?>, T> reader) {
    SearchResponse<BinaryData> response = page(request, question);
    List<Hits.Hit<T>> hits =
        response.hits().hits().stream()
            .map(
                hit ->
                    new Hits.Hit<>(
                        reader.apply(hit),
                        Objects.requireNonNullElse(hit.score(), 0.0),
                        hit.sort().stream().map(SortValue::written).toList()))
            .toList();
    var total = response.hits().total();
    return new Hits<>(
        hits, total == null ? hits.size() : total.value(), hits.size() == question.size());
  }

  /** A cursor has one value for each sort; only a point in time adds one of its own. */
  private static PageQuery checked(PageQuery question) {
    int values = question.after().size();
    if (values != 0 && values != question.order().size()) {
      throw InvalidParameter.cursor();
    }
    return question;
  }

  /** What the sort values of a cursor must be, only the index knows: numbers here, texts there. */
  private SearchResponse<BinaryData> page(SearchRequest request, PageQuery question) {
    try {
      return search(request);
    } catch (ElasticsearchException e) {
      throw e.status() == BAD_REQUEST && !question.after().isEmpty()
          ? InvalidParameter.cursor()
          : e;
    }
  }

  /** How many match. */
  public long count(Index index, Query query) {
    return asking(() -> client.count(c -> c.index(index.alias()).query(query)).count());
  }

  /**
   * Checks that every index is there.
   *
   * @throws ServiceUnavailable naming the one that is missing
   */
  public void requireAll() {
    for (Index index : indices.all()) {
      if (!asking(() -> client.indices().existsAlias(e -> e.name(index.alias())).value())) {
        throw new ServiceUnavailable(
            "the index %s is missing; indexing creates it anew and fills it again"
                .formatted(index.alias()),
            new IllegalStateException(index.alias()));
      }
    }
  }

  /** A search whose answer the caller reads himself. */
  public SearchResponse<BinaryData> search(SearchRequest request) {
    return asking(() -> client.search(request, BinaryData.class));
  }

  /** Some fields of many hits, at little cost; how many there are is not counted. */
  List<DocValueHit> rows(SearchRequest.Builder search, String... fields) {
    return pending(search, fields).rows();
  }

  /** The same, to be asked for later. */
  DeferredHits pending(SearchRequest.Builder search, String... fields) {
    return new DeferredHits(this, DocValueSearch.search(search, fields));
  }

  /** The rows of each search, asked for in one request. */
  List<List<DocValueHit>> rows(List<SearchRequest> searches) {
    return asking(() -> rows.of(searches));
  }

  /** The ids of what matches, at most so many. */
  public Set<String> ids(Index index, Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(index.alias())
            .query(matching)
            .size(most)
            .sort(sort -> sort.doc(d -> d));
    return rows(request, "id").stream().map(row -> row.first("id")).collect(Collectors.toSet());
  }

  /** Waits until all that was written of these documents can be found. */
  void settle(Index index, List<String> documents) {
    var _ =
        asking(
            () ->
                client.mget(
                    m ->
                        m.index(index.alias())
                            .ids(documents)
                            .refresh(true)
                            .source(s -> s.fetch(false)),
                    BinaryData.class));
  }

  /** Holds an index still, so that a long reading sees one state of it; returns a handle. */
  String openPointInTime(Index index, String keep) {
    return asking(
        () ->
            client.openPointInTime(p -> p.index(index.alias()).keepAlive(t -> t.time(keep))).id());
  }

  /** Lets go of it. */
  void closePointInTime(String handle) {
    asking(() -> client.closePointInTime(p -> p.id(handle)).succeeded());
  }

  /** The start of a search request for a question. */
  static SearchRequest.Builder request(PageQuery question) {
    var request =
        new SearchRequest.Builder()
            .query(question.query())
            .size(question.size())
            .sort(question.order())
            .trackTotalHits(t -> t.count(10_000))
            .source(s -> s.filter(f -> f.excludes(question.without())));
    return question.after().isEmpty()
        ? request
        : request.searchAfter(question.after().stream().map(SortValue::parse).toList());
  }

  static <T> T read(BinaryData source, Class<T> type) {
    try {
      return JSON.readValue(source.asInputStream(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a document that reads as " + type.getName(), e);
    }
  }

  private <T> T asking(Asked<T> asked) {
    try {
      return asked.answer();
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
            .formatted(patience.toMillis())
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

  /** Something asked of Elasticsearch. */
  private interface Asked<T> {
    T answer() throws IOException;
  }
}
