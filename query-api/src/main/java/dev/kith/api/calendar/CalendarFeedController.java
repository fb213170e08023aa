package dev.kith.api.calendar;

import dev.kith.api.ApiSettings;
import dev.kith.api.error.ErrorResponses;
import dev.kith.api.error.NotFound;
import dev.kith.api.query.Moment;
import dev.kith.api.request.QueryExecutor;
import dev.kith.api.request.RequestParser;
import dev.kith.api.request.ViewerResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The feed of the default viewer, for calendar programs. */
@Controller("/calendar.ics")
@ExecuteOn(QueryExecutor.REQUESTS)
@ErrorResponses
@Tag(name = "meetings")
class CalendarFeedController {
  private static final String CALENDAR = "text/calendar";

  private final CalendarFeed feed;
  private final ViewerResolver viewers;
  private final RequestParser requests;
  private final @Nullable String token;

  CalendarFeedController(
      CalendarFeed feed, ViewerResolver viewers, RequestParser requests, ApiSettings settings) {
    this.feed = feed;
    this.viewers = viewers;
    this.requests = requests;
    this.token = settings.calendarToken();
  }

  /**
   * Whom the default viewer met and wrote to by day, birthdays, and with whom they lose touch, as
   * iCalendar. Off without kith.api.calendar-token; calendar programs send no header, so the token
   * is in the address.
   */
  @Get(produces = CALENDAR)
  HttpResponse<String> calendar(
      @QueryValue(defaultValue = "")
          @Parameter(
              required = false,
              description = "the value of kith.api.calendar-token",
              example = "correct-horse-battery-staple")
          String token) {
    if (!isRight(token)) {
      throw new NotFound(
          "there is no calendar at this address: expected ?token= with the value of"
              + " kith.api.calendar-token");
    }
    Moment now = requests.now();
    return HttpResponse.ok(
            ICalendarWriter.of(feed.entries(viewers.viewer(Optional.empty()), now), now.now()))
        .header("Cache-Control", "no-store");
  }

  /** Compares in constant time. */
  private boolean isRight(String given) {
    return token != null && MessageDigest.isEqual(bytes(given), bytes(token));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
