package dev.kith.api.changes;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Understanding;
import dev.kith.api.changes.KnownSearches.Wanted;
import dev.kith.api.search.Search;
import dev.kith.api.web.Away;
import dev.kith.api.web.Refusals;
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
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** What happens, as it happens. */
@Controller("/api/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Refusals
@Tag(name = "changes")
class ChangesController {
  private static final int MOST_LISTENERS = 50;
  private static final Duration RIPENING = Duration.ofMillis(1_500);

  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private final Feeds feeds;
  private final Matching matching;
  private final KnownSearches searches;
  private final Askers askers;
  private final ObjectMapper json;

  ChangesController(
      Feeds feeds, Matching matching, KnownSearches searches, Askers askers, ObjectMapper json) {
    this.searches = searches;
    this.feeds = feeds;
    this.matching = matching;
    this.askers = askers;
    this.json = json;
  }

  /**
   * Server-sent events: what fits a search, about two seconds after it happens. With the id of the
   * last event in {@code Last-Event-ID}, from there on.
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  StreamedFile changes(
      @RequestBean ChangesQuery query,
      @Header("Last-Event-ID") @Parameter(required = false) Optional<String> lastEventId) {
    Wanted wanted = query.wanted(searches);
    Search search = Understanding.search(wanted.q(), wanted.what().scope());
    Optional<Positions> after =
        lastEventId.filter(id -> !id.isBlank()).map(id -> Positions.read("Last-Event-ID", id));
    Asker asker = askers.asker(wanted.as());
    return new StreamedFile(
        listen(wanted.what(), search, asker, after), MediaType.TEXT_EVENT_STREAM_TYPE);
  }

  private EventStream listen(What what, Search search, Asker asker, Optional<Positions> after) {
    if (!places.tryAcquire()) {
      throw new Away(MOST_LISTENERS + " listeners are being told already", new TimeoutException());
    }
    try {
      return new EventStream(
          feeds.open(what, after),
          what.written(),
          RIPENING,
          ids -> matching.of(what, search, asker, ids).stream().map(this::written).toList(),
          places::release);
    } catch (RuntimeException e) {
      places.release();
      throw e;
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
