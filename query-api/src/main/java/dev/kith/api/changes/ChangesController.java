package dev.kith.api.changes;

import dev.kith.api.asking.Asker;
import dev.kith.api.asking.Askers;
import dev.kith.api.asking.Understanding;
import dev.kith.api.search.Search;
import dev.kith.api.web.Away;
import dev.kith.api.web.Problem;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

/** What happens, as it happens. */
@Controller("/api/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
    responseCode = "400",
    description = "a wrong parameter, named; other errors (401, 404, 503) look the same",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "changes")
class ChangesController {
  private static final int MOST_LISTENERS = 50;
  private static final Duration RIPENING = Duration.ofMillis(1_500);

  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private final Feeds feeds;
  private final Matching matching;
  private final Askers askers;
  private final ObjectMapper json;

  ChangesController(Feeds feeds, Matching matching, Askers askers, ObjectMapper json) {
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
      @QueryValue @Parameter(required = false, description = "activities, relationships or people")
          Optional<String> what,
      @QueryValue @Parameter(required = false, example = "topic:biodiversity") Optional<String> q,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as,
      @Header("Last-Event-ID") Optional<String> lastEventId) {
    What which = What.of(what);
    Search search = Understanding.search(q, which.scope());
    Optional<Positions> after = lastEventId.filter(id -> !id.isBlank()).map(Positions::read);
    Asker asker = askers.asker(as);
    return new StreamedFile(listen(which, search, asker, after), MediaType.TEXT_EVENT_STREAM_TYPE);
  }

  private EventStream listen(What what, Search search, Asker asker, Optional<Positions> after) {
    if (!places.tryAcquire()) {
      throw new Away(MOST_LISTENERS + " listeners are being told already", new TimeoutException());
    }
    try {
      return new EventStream(
          feeds.open(what, after),
          what.name().toLowerCase(Locale.ROOT),
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
