package dev.kith.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.indexing.bulk.DocumentWrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A document as a test looks at it. */
public final class ParsedDocument {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ParsedDocument() {}

  public static JsonNode of(DocumentWrite.Put put) {
    try {
      return MAPPER.readTree(put.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> texts(JsonNode document, String field) {
    return StreamSupport.stream(document.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  public static List<String> fields(JsonNode document) {
    return document.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
