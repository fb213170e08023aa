package dev.kith.api.sources;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.RequestParser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Unreadable items. */
@Controller("/api/unreadable")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "sources")
class UnreadableController {
  private final UnreadableItems items;
  private final RequestParser requests;

  UnreadableController(UnreadableItems items, RequestParser requests) {
    this.items = items;
    this.requests = requests;
  }

  /** Items that could not be read, with the reason, latest first; optionally of one source. */
  @Get
  UnreadablePage unreadable(
      @QueryValue
          @Parameter(required = false, description = "a source or a step", example = "inbox")
          Optional<String> source,
      @QueryValue @Parameter(required = false, description = "how many at once")
          Optional<String> size,
      @QueryValue @Parameter(required = false, description = "next of the page before")
          Optional<String> cursor) {
    Optional<String> named = source.filter(name -> !name.isBlank());
    List<UnreadableView> wanted =
        items.all().stream()
            .filter(each -> named.isEmpty() || each.source().equals(named.orElseThrow()))
            .toList();
    return UnreadablePage.of(
        wanted, requests.page("unreadable\n" + named.orElse(""), size, cursor));
  }
}
