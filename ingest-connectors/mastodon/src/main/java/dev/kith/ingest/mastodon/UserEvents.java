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
 * Listens to the stream of a user's events. New things only say that the lists have news, which are
 * then read from the lists, so that an interrupted stream loses nothing. Edits and deletions are
 * retained until they are committed. Without a stream, the lists are polled.
 */
final class UserEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UserEvents.class);
  private static final Duration NEXT_TRY = Duration.ofMinutes(1);
  private static final Duration NEXT_TRY_WHERE_THERE_IS_NONE = Duration.ofHours(1);

  private final MastodonApi api;
  private final InstantSource clock;
  private final Map<String, JsonNode> edited = new LinkedHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();
  private @Nullable EventSource stream;
  private Instant nextTry;

  UserEvents(MastodonApi api, InstantSource clock, boolean isWanted) {
    this.api = api;
    this.clock = clock;
    this.nextTry = isWanted ? Instant.MIN : Instant.MAX;
  }

  /** Whether the server tells news by itself at the moment. */
  boolean isLive() {
    return stream != null;
  }

  /** Waits for an event; returns whether the lists have news, or may have. */
  boolean awaitNews(Duration wait) throws InterruptedException {
    if (stream == null && !connect()) {
      Thread.sleep(wait);
      return false;
    }
    if (stream == null) {
      return false;
    }
    try {
      boolean hasNews = false;
      Optional<ServerSentEvent> event = stream.poll(wait);
      while (event.isPresent()) {
        hasNews |= hear(event.get());
        event = stream.poll(Duration.ZERO);
      }
      return hasNews;
    } catch (SourceException ended) {
      LOG.info("{}; the lists are polled meanwhile", ended.getMessage());
      disconnect(NEXT_TRY);
      return true;
    }
  }

  /** What happened before the stream stood is found by reading the lists once more. */
  private boolean connect() throws InterruptedException {
    if (clock.instant().isBefore(nextTry)) {
      return false;
    }
    try {
      stream = api.stream();
      return true;
    } catch (Refused none) {
      LOG.info("{}; the lists are polled instead", none.getMessage());
      disconnect(NEXT_TRY_WHERE_THERE_IS_NONE);
    } catch (Throttled limited) {
      disconnect(limited.retryAfter());
    } catch (SourceException passing) {
      disconnect(NEXT_TRY);
    }
    return false;
  }

  private void disconnect(Duration wait) {
    close();
    stream = null;
    nextTry = clock.instant().plus(wait);
  }

  private boolean hear(ServerSentEvent event) throws Refused {
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

  /** Forgets events that are committed. */
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
