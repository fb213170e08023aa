package dev.kith.api.changes;

import dev.kith.api.ApiSettings;
import dev.kith.api.changes.KnownSearches.Wanted;
import dev.kith.api.changes.Stretch.Change;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.ServiceUnavailable;
import dev.kith.api.request.PageRequestParser;
import dev.kith.api.request.SearchRequestParser;
import dev.kith.api.request.Viewer;
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

/** What happens, as it happens. */
@Controller("/api/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "changes")
class ChangesController {
  private static final int MOST_LISTENERS = 50;
  private static final Duration RIPENING = Duration.ofMillis(1_500);

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private final Feeds feeds;
  private final Matching matching;
  private final KnownSearches searches;
  private final ViewerResolver viewers;
  private final PageRequestParser pages;
  private final ObjectMapper json;
  private final Duration heartbeat;

  ChangesController(
      Feeds feeds,
      Matching matching,
      KnownSearches searches,
      ViewerResolver viewers,
      PageRequestParser pages,
      ApiSettings settings,
      ObjectMapper json) {
    this.heartbeat = heartbeat(settings.idleTimeout());
    this.pages = pages;
    this.searches = searches;
    this.feeds = feeds;
    this.matching = matching;
    this.viewers = viewers;
    this.json = json;
  }

  /**
   * Server-sent events: what fits a search, about two seconds after it happens, and as {@code gone}
   * what is deleted or does not fit any more. With the id of the last event in {@code
   * Last-Event-ID}, from there on.
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  StreamedFile changes(
      @RequestBean ChangesQuery query,
      @Header("Last-Event-ID") @Parameter(required = false) Optional<String> lastEventId) {
    Wanted wanted = query.wanted(searches);
    SearchQuery search = SearchRequestParser.query(wanted.q(), wanted.what().scope(), pages.now());
    Optional<Positions> after =
        lastEventId.filter(id -> !id.isBlank()).map(id -> Positions.read("Last-Event-ID", id));
    Viewer viewer = viewers.viewer(wanted.as());
    return new StreamedFile(
        listen(wanted.what(), search, viewer, after), MediaType.TEXT_EVENT_STREAM_TYPE);
  }

  /** Often enough that no connection is closed as idle. */
  private static Duration heartbeat(Duration idleTimeout) {
    Duration half = idleTimeout.dividedBy(2);
    return half.compareTo(LONGEST_SILENCE) < 0 ? half : LONGEST_SILENCE;
  }

  private EventStream listen(
      What what, SearchQuery search, Viewer viewer, Optional<Positions> after) {
    if (!places.tryAcquire()) {
      throw new ServiceUnavailable(
          MOST_LISTENERS + " listeners are being told already", new TimeoutException());
    }
    try {
      return new EventStream(
          feeds.open(what, after),
          what.written(),
          RIPENING,
          heartbeat,
          new Listener(what, search, viewer),
          places::release);
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
  }

  /** What one listener wants to hear, and who that is. */
  private final class Listener implements ChangeLookup {
    private final What what;
    private final SearchQuery search;
    private final Viewer viewer;

    Listener(What what, SearchQuery search, Viewer viewer) {
      this.what = what;
      this.search = search;
      this.viewer = viewer;
    }

    @Override
    public Map<String, String> fitting(List<String> ids) {
      Map<String, String> fitting = new HashMap<>();
      matching.of(what, search, viewer, ids).forEach((id, each) -> fitting.put(id, written(each)));
      return fitting;
    }

    @Override
    public Set<String> ended(List<Change> changes) {
      return matching.ended(what, viewer, changes);
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
