package dev.kith.api.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchHeader;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.NdJsonpSerializable;
import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.endpoints.SimpleEndpoint;
import co.elastic.clients.util.BinaryData;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a few doc values of many hits, without documents, ids and sort values. The response is
 * parsed as it arrives.
 */
final class DocValueSearch {
  private static final String NEEDED = "hits.hits._score,hits.hits.fields,hits.hits._source";
  private static final SimpleEndpoint<SearchRequest, List<DocValueHit>> ENDPOINT =
      SearchRequest._ENDPOINT.withResponseDeserializer(
          JsonpDeserializer.of(EnumSet.of(Event.START_OBJECT), DocValueSearch::read));

  private final ElasticsearchClient client;
  private final TransportOptions options;

  DocValueSearch(ElasticsearchClient client) {
    this.client = client;
    this.options = client._transport().options().with(o -> o.setParameter("filter_path", NEEDED));
  }

  /** A search for these fields; hits are not counted. */
  static SearchRequest search(SearchRequest.Builder search, String... fields) {
    search
        .trackTotalHits(t -> t.enabled(false))
        .allowPartialSearchResults(false) // the response does not report missing shards then
        .source(s -> s.fetch(false))
        .storedFields("_none_");
    for (String field : fields) {
      search.docvalueFields(f -> f.field(field));
    }
    return search.build();
  }

  /** A search for documents; hits are not counted. */
  static SearchRequest documents(SearchRequest.Builder search, List<String> without) {
    return search
        .trackTotalHits(t -> t.enabled(false))
        .allowPartialSearchResults(false)
        .source(s -> s.filter(f -> f.excludes(without)))
        .build();
  }

  /** The hits of each search, in the order of the searches. */
  List<List<DocValueHit>> of(List<SearchRequest> searches) throws IOException {
    return searches.size() == 1
        ? List.of(client._transport().performRequest(searches.getFirst(), ENDPOINT, options))
        : client
            ._transport()
            .performRequest(
                new MultiSearch(searches), MultiSearch.ENDPOINT, client._transport().options())
            .stream()
            .map(MultiSearch.Answer::rowsOrFailure)
            .toList();
  }

  /** Descends through hits and hits to fields; no other fields have these names. */
  static List<DocValueHit> read(JsonParser json, JsonpMapper mapper, Event start) {
    List<DocValueHit> rows = new ArrayList<>();
    for (int depth = 1; depth > 0; ) {
      Event event = json.next();
      if (event == Event.START_OBJECT) {
        depth++;
      } else if (event == Event.END_OBJECT) {
        depth--;
      } else if (event == Event.START_ARRAY) {
        hits(json, mapper, rows);
      }
    }
    return rows;
  }

  private static void hits(JsonParser json, JsonpMapper mapper, List<DocValueHit> rows) {
    while (json.next() == Event.START_OBJECT) {
      rows.add(hit(json, mapper));
    }
  }

  private static DocValueHit hit(JsonParser json, JsonpMapper mapper) {
    double score = 0;
    Map<String, List<String>> fields = Map.of();
    BinaryData source = null;
    while (json.next() == Event.KEY_NAME) {
      String name = json.getString();
      Event value = json.next();
      switch (name) {
        case "_score" ->
            score = value == Event.VALUE_NUMBER ? Double.parseDouble(json.getString()) : 0;
        case "_source" -> source = mapper.deserialize(json, BinaryData.class, value);
        default -> fields = fields(json);
      }
    }
    return new DocValueHit(score, fields, source);
  }

  private static Map<String, List<String>> fields(JsonParser json) {
    Map<String, List<String>> fields = HashMap.newHashMap(8);
    while (json.next() == Event.KEY_NAME) {
      String name = json.getString();
      json.next();
      List<String> values = new ArrayList<>(2);
      while (json.next() != Event.END_ARRAY) {
        values.add(json.getString());
      }
      fields.put(name, values);
    }
    return fields;
  }

  /** A request with several searches: a header line and a body line for each. */
  private record MultiSearch(List<SearchRequest> searches) implements NdJsonpSerializable {
    private static final String ID = "es/msearch";
    private static final String NEEDED =
        Stream.of("hits.hits._score", "hits.hits.fields", "hits.hits._source", "status", "error")
            .map("responses."::concat)
            .collect(Collectors.joining(","));

    static final SimpleEndpoint<MultiSearch, List<Answer>> ENDPOINT =
        new SimpleEndpoint<>(
            ID,
            _ -> "POST",
            _ -> "/_msearch",
            _ -> Map.of(),
            _ -> Map.of("filter_path", NEEDED),
            _ -> Map.of(),
            true,
            JsonpDeserializer.of(EnumSet.of(Event.START_OBJECT), MultiSearch::read));

    @Override
    public Iterator<?> _serializables() {
      return searches.stream().flatMap(search -> Stream.of(header(search), search)).iterator();
    }

    private static MultisearchHeader header(SearchRequest search) {
      return MultisearchHeader.of(
          h ->
              h.index(search.index())
                  .allowPartialSearchResults(search.allowPartialSearchResults()));
    }

    /**
     * The response to one of the searches.
     *
     * @param error why there are no hits; null if there are
     */
    record Answer(List<DocValueHit> rows, @Nullable ErrorResponse error) {
      List<DocValueHit> rowsOrFailure() {
        if (error != null) {
          throw new ElasticsearchException(ID, error);
        }
        return rows;
      }
    }

    private static List<Answer> read(JsonParser json, JsonpMapper mapper, Event start) {
      List<Answer> answers = new ArrayList<>();
      while (json.next() != Event.END_OBJECT) { // responses is its only key
        json.next();
        while (json.next() == Event.START_OBJECT) {
          answers.add(answer(json, mapper));
        }
      }
      return answers;
    }

    private static Answer answer(JsonParser json, JsonpMapper mapper) {
      List<DocValueHit> rows = List.of();
      ErrorCause error = null;
      int status = 0;
      while (json.next() == Event.KEY_NAME) {
        switch (json.getString()) {
          case "hits" -> rows = DocValueSearch.read(json, mapper, json.next());
          case "error" -> error = ErrorCause._DESERIALIZER.deserialize(json, mapper);
          case "status" -> {
            json.next();
            status = json.getInt();
          }
          default -> JsonpUtils.skipValue(json);
        }
      }
      return new Answer(rows, error == null ? null : response(error, status));
    }

    private static ErrorResponse response(ErrorCause error, int status) {
      return ErrorResponse.of(r -> r.error(error).status(status));
    }
  }
}
