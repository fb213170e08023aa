package dev.kith.api.changes;

import dev.kith.api.ApiSettings;
import dev.kith.api.changes.EventStream.ChangeLookup;
import dev.kith.api.changes.SavedSearchLookup.Subscription;
import dev.kith.api.changes.TopicSlice.Change;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import dev.kith.api.search.SearchQuery;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** Live changes. */
@Controller("/api/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "changes")
class ChangesController {
  private static final int MAX_LISTENERS = 50;
  private static final Duration LOOKUP_DELAY = Duration.ofMillis(1_500);

  private static final Duration MAX_HEARTBEAT = Duration.ofSeconds(15);

  private final Semaphore places = new Semaphore(MAX_LISTENERS);
  private final ChangeFeeds feeds;
  private final ChangeMatcher matcher;
  private final SavedSearchLookup searches;
  private final ViewerResolver viewers;
  private final RequestParser requests;
  private final ObjectMapper json;
  private final Duration heartbeat;

  ChangesController(
      ChangeFeeds feeds,
      ChangeMatcher matcher,
      SavedSearchLookup searches,
      ViewerResolver viewers,
      RequestParser requests,
      ApiSettings settings,
      ObjectMapper json) {
    this.heartbeat = heartbeat(settings.idleTimeout());
    this.requests = requests;
    this.searches = searches;
    this.feeds = feeds;
    this.matcher = matcher;
    this.viewers = viewers;
    this.json = json;
  }

  /**
   * Server-sent events: matches of a search about two seconds after they change, and as {@code
   * gone} what is deleted or no longer matches. The header {@code Last-Event-ID} resumes after that
   * event.
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  StreamedFile changes(
      @RequestBean ChangesQuery query,
      @Header("Last-Event-ID") @Parameter(required = false) Optional<String> lastEventId) {
    Subscription subscription = query.subscription(searches);
    SearchQuery search =
        RequestParser.query(subscription.q(), subscription.type().scope(), requests.now());
    Optional<TopicOffsets> after =
        lastEventId.filter(id -> !id.isBlank()).map(id -> TopicOffsets.read("Last-Event-ID", id));
    Viewer viewer = viewers.viewer(subscription.as());
    return new StreamedFile(
        listen(subscription.type(), search, viewer, after), MediaType.TEXT_EVENT_STREAM_TYPE);
  }

  /** Shorter than the time after which an idle connection is closed. */
  private static Duration heartbeat(Duration idleTimeout) {
    Duration half = idleTimeout.dividedBy(2);
    return half.compareTo(MAX_HEARTBEAT) < 0 ? half : MAX_HEARTBEAT;
  }

  private EventStream listen(
      EntityType type, SearchQuery search, Viewer viewer, Optional<TopicOffsets> after) {
    if (!places.tryAcquire()) {
      throw new ServiceUnavailable(
          MAX_LISTENERS + " listeners are being told already", new TimeoutException());
    }
    try {
      return new EventStream(
          feeds.open(type, after),
          type.written(),
          LOOKUP_DELAY,
          heartbeat,
          new Listener(type, search, viewer),
          places::release);
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  /** The search of one listener. */
  private final class Listener implements ChangeLookup {
    private final EntityType type;
    private final SearchQuery search;
    private final Viewer viewer;

    Listener(EntityType type, SearchQuery search, Viewer viewer) {
      this.type = type;
      this.search = search;
      this.viewer = viewer;
    }

    @Override
    public Map<String, String> matching(List<String> ids) {
      Map<String, String> matching = new HashMap<>();
      matcher
          .matching(type, search, viewer, ids)
          .forEach((id, each) -> matching.put(id, written(each)));
      return matching;
    }

    @Override
    public Set<String> ended(List<Change> changes) {
      return matcher.ended(type, viewer, changes);
    }

    @Override
    public String gone(String id) {
      return written(Map.of("id", id));
    }
  }

  private String written(Object change) {
    try {
      return json.writeValueAsString(change);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
