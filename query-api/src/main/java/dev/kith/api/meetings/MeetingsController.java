package dev.kith.api.meetings;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.query.Moment;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/** Meetings of the calendars that are read. */
@Controller("/api/meetings")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "meetings")
class MeetingsController {
  private final MeetingFinder meetings;
  private final ViewerResolver viewers;
  private final RequestParser requests;

  MeetingsController(MeetingFinder meetings, ViewerResolver viewers, RequestParser requests) {
    this.meetings = meetings;
    this.viewers = viewers;
    this.requests = requests;
  }

  /** The viewer's meetings in a time, with who comes, how close they are and what is open. */
  @Get
  MeetingsPage meetings(
      @QueryValue
          @Parameter(
              required = false,
              description = "begin: a day, month or year, or an instant; now if it is left out",
              example = "2026-12-01")
          Optional<String> from,
      @QueryValue
          @Parameter(
              required = false,
              description =
                  "end: a day, month or year, whose end is meant, or an instant; seven days after"
                      + " the begin if it is left out",
              example = "2026-12-07")
          Optional<String> to,
      @QueryValue @Parameter(required = false, example = "ann@example.org") Optional<String> as) {
    Moment now = requests.now();
    return meetings.page(TimeRange.parse(from, to, now.now()), viewers.viewer(as), now);
  }
}
