package dev.kith.api.index;

import dev.kith.clients.ElasticsearchSettings;
import java.time.Duration;

/** A client for tests that send nothing to Elasticsearch. */
final class NoElasticsearch {
  private static final SearchClient CLIENT =
      new SearchClient(
          new ElasticsearchSettings("http://127.0.0.1:1", null, null, null, null, "kith-"),
          Duration.ofSeconds(1));

  private NoElasticsearch() {}

  static SearchClient client() {
    return CLIENT;
  }
}
