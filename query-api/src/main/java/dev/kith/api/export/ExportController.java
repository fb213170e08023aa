package dev.kith.api.export;

import dev.kith.api.closeness.RelationshipSnapshot;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.index.IndexScanner;
import dev.kith.api.index.IndexScanner.IndexScan;
import dev.kith.api.query.Moment;
import dev.kith.api.request.RequestParser;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Function;

/** Exports of whole indices: one JSON object per line, by id, as of the begin of the export. */
@Controller("/api/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "export")
class ExportController {
  private static final String LINES = "application/x-ndjson";

  private final IndexScanner whole;
  private final RequestParser requests;

  ExportController(IndexScanner whole, RequestParser requests) {
    this.whole = whole;
    this.requests = requests;
  }

  /** All people: {@code id, kind, accounts, names, …, evidence} per line. */
  @Get(value = "/people", produces = LINES)
  StreamedFile people() {
    return lines(whole.people(), person -> Optional.of(ExportedPerson.of(person)));
  }

  /**
   * All relationships: {@code a, b, strength, trend, first, last, …, buckets} per line. With {@code
   * at}, as they were then, and only those that had begun.
   */
  @Get(value = "/relationships", produces = LINES)
  StreamedFile relationships(@QueryValue @Parameter(required = false) Optional<String> at) {
    Moment moment = requests.at(at);
    boolean past = at.filter(text -> !text.isBlank()).isPresent();
    return lines(
        whole.relationships(),
        each ->
            (past ? RelationshipSnapshot.of(each, moment) : Optional.of(each))
                .map(relationship -> ExportedRelationship.of(relationship, moment)));
  }

  /** All activities: {@code id, network, kind, actor, towards, at, …} per line. */
  @Get(value = "/activities", produces = LINES)
  StreamedFile activities() {
    return lines(whole.activities(), each -> Optional.of(each.complete()));
  }

  private static <T> StreamedFile lines(IndexScan<T> reading, Function<T, Optional<?>> line) {
    try {
      return new StreamedFile(new NdjsonStream<>(reading, line), MediaType.of(LINES));
    } catch (RuntimeException e) {
      reading.close();
      throw e;
    }
  }
}
