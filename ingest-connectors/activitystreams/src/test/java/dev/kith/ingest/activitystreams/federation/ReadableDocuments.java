package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.ingest.SourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents of servers that need no network, and which of them were read. */
public final class ReadableDocuments implements RemoteDocuments {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final List<String> read = new ArrayList<>();
  private final Map<String, String> documents = new HashMap<>();

  /** Adds a document; single quotes stand for double ones. */
  public void put(String address, String document) {
    documents.put(address, document.replace('\'', '"'));
  }

  @Override
  public JsonNode read(URI address) throws SourceException {
    read.add(address.toString());
    String document = documents.get(address.toString());
    if (document == null) {
      throw new SourceException.Refused(address + ": expected 200, found 404", null);
    }
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
