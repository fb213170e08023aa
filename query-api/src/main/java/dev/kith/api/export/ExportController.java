package dev.kith.api.export;

import dev.kith.api.asking.Pages;
import dev.kith.api.index.Reading;
import dev.kith.api.index.WholeIndex;
import dev.kith.api.search.Moment;
import dev.kith.api.web.Problem;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;

/** Everything, streamed: one JSON object per line, by id, as of the moment the export begins. */
@Controller("/api/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
    responseCode = "400",
    description = "a wrong parameter, named; other errors (401, 404, 503) look the same",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Tag(name = "export")
class ExportController {
  private static final String LINES = "application/x-ndjson";

  private final WholeIndex whole;
  private final Pages pages;

  ExportController(WholeIndex whole, Pages pages) {
    this.whole = whole;
    this.pages = pages;
  }

  /** Everybody: {@code id, kind, accounts, names, …, evidence} per line. */
  @Get(value = "/people", produces = LINES)
  StreamedFile people() {
    return lines(whole.people(), PersonLine::of);
  }

  /** Every relationship: {@code a, b, strength, trend, first, last, …, buckets} per line. */
  @Get(value = "/relationships", produces = LINES)
  StreamedFile relationships(@QueryValue @Parameter(required = false) Optional<String> at) {
    Moment moment = pages.at(at);
    return lines(whole.relationships(), relationship -> RelationshipLine.of(relationship, moment));
  }

  /** Everything said and done: {@code id, network, kind, actor, towards, at, …} per line. */
  @Get(value = "/activities", produces = LINES)
  StreamedFile activities() {
    return lines(whole.activities(), Function.identity());
  }

  private static <T> StreamedFile lines(Reading<T> reading, Function<T, ?> line) {
    try {
      return new StreamedFile(new Lines<>(reading, line), MediaType.of(LINES));
    } catch (RuntimeException e) {
      reading.close();
      throw e;
    }
  }
}
