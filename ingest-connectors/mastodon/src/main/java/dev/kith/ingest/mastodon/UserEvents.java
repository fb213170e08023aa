package dev.kith.ingest.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.ingest.SourceException.Throttled;
import dev.kith.ingest.http.EventSource;
import dev.kith.ingest.http.ServerSentEvent;
import dev.kith.ingest.mastodon.api.MastodonApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the stream of a user's events. An event of a new item only triggers a read of the
 * lists, so that an interrupted stream loses nothing. Edits and deletions are retained until they
 * are committed. Without a stream, the lists are polled.
 */
final class UserEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UserEvents.class);
  private static final Duration RETRY_DELAY = Duration.ofMinutes(1);
  private static final Duration RETRY_WITHOUT_STREAM = Duration.ofHours(1);

  private final MastodonApi api;
  private final InstantSource clock;
  private final Map<String, JsonNode> edited = new LinkedHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();
  private @Nullable EventSource stream;
  private Instant nextConnect;

  UserEvents(MastodonApi api, InstantSource clock, boolean isEnabled) {
    this.api = api;
    this.clock = clock;
    this.nextConnect = isEnabled ? Instant.MIN : Instant.MAX;
  }

  /** Whether the stream is open. */
  boolean isLive() {
    return stream != null;
  }

  /** Waits for an event; returns whether the lists have, or may have, new items. */
  boolean awaitNews(Duration wait) throws InterruptedException {
    if (stream == null && !connect()) {
      Thread.sleep(wait);
      return false;
    }
    if (stream == null) {
      return false;
    }
    try {
      boolean hasNewItems = false;
      Optional<ServerSentEvent> event = stream.poll(wait);
      while (event.isPresent()) {
        hasNewItems |= handle(event.get());
        event = stream.poll(Duration.ZERO);
      }
      return hasNewItems;
    } catch (SourceException ended) {
      LOG.info("{}; the lists are polled meanwhile", ended.getMessage());
      disconnect(RETRY_DELAY);
      return true;
    }
  }

  /** What happened before the stream was open is found by the next read of the lists. */
  private boolean connect() throws InterruptedException {
    if (clock.instant().isBefore(nextConnect)) {
      return false;
    }
    try {
      stream = api.stream();
      return true;
    } catch (Refused none) {
      LOG.info("{}; the lists are polled instead", none.getMessage());
      disconnect(RETRY_WITHOUT_STREAM);
    } catch (Throttled limited) {
      disconnect(limited.retryAfter());
    } catch (SourceException passing) {
      disconnect(RETRY_DELAY);
    }
    return false;
  }

  private void disconnect(Duration wait) {
    close();
    stream = null;
    nextConnect = clock.instant().plus(wait);
  }

  private boolean handle(ServerSentEvent event) throws Refused {
    switch (event.type()) {
      case "delete" -> deleted.add(event.data().strip());
      case "status.update" -> {
        JsonNode status = MastodonApi.parse(event.data());
        edited.put(status.path("id").asText(""), status);
      }
      default -> {
        return true;
      }
    }
    return false;
  }

  /** Edited statuses by their id. */
  Map<String, JsonNode> edited() {
    return edited;
  }

  /** Ids of deleted statuses. */
  List<String> deleted() {
    return List.copyOf(deleted);
  }

  /** Removes all events, which are committed. */
  void committed() {
    edited.clear();
    deleted.clear();
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
  }
}
