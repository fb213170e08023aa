package dev.kith.ingest.activitystreams.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.util.concurrent.RateLimiter;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.http.ConnectorHttpClient;
import dev.kith.ingest.http.ResourceRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Reads documents over HTTP, at most ten per second for all inboxes. */
@Singleton
final class HttpRemoteDocuments implements RemoteDocuments {
  private static final double MAX_PER_SECOND = 10;
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConnectorHttpClient client;

  @SuppressWarnings("UnstableApiUsage") // RateLimiter is in beta since 2011
  private final RateLimiter limiter = RateLimiter.create(MAX_PER_SECOND);

  HttpRemoteDocuments(ConnectorHttpClient client) {
    this.client = client;
  }

  @Override
  public JsonNode read(URI address) throws SourceException, InterruptedException {
    if (!limiter.tryAcquire(MAX_WAIT)) {
      throw new SourceException.Throttled(
          "expected at most 10 documents a second to be read from other servers, found more",
          MAX_WAIT);
    }
    var request =
        ResourceRequest.get(address, "a document")
            .accepting("application/activity+json", "application/ld+json", "application/json")
            .header(
                "Accept",
                "application/activity+json,"
                    + " application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"");
    try {
      return JSON.readTree(client.send(request).body());
    } catch (IOException e) {
      throw new SourceException.Refused(request + ": expected JSON, found something else", null);
    }
  }
}
