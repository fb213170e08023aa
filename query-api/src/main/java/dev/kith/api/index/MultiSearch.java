package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchHeader;
import co.elastic.clients.json.JsonpDeserializer;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.NdJsonpSerializable;
import co.elastic.clients.transport.endpoints.SimpleEndpoint;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request with several searches: a header line and a body line for each. */
record MultiSearch(List<SearchRequest> searches) implements NdJsonpSerializable {
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

  /** Keeps its own copy. */
  MultiSearch {
    searches = List.copyOf(searches);
  }

  @Override
  public Iterator<?> _serializables() {
    return searches.stream().flatMap(search -> Stream.of(header(search), search)).iterator();
  }

  private static MultisearchHeader header(SearchRequest search) {
    return MultisearchHeader.of(
        h -> h.index(search.index()).allowPartialSearchResults(search.allowPartialSearchResults()));
  }

  /**
   * The response to one of the searches.
   *
   * @param error why there are no hits; null if there are
   */
  record Answer(List<DocValueHit> rows, @Nullable ErrorResponse error) {
    /** Keeps its own copy. */
    Answer {
      rows = List.copyOf(rows);
    }

    /** The hits, without a last group that may be cut off. */
    List<DocValueHit> certain() {
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
