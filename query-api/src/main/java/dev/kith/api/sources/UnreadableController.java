package dev.kith.api.sources;

import dev.kith.api.error.ErrorResponses;
import dev.kith.api.request.PageRequestParser;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** What could not be read. */
@Controller("/api/unreadable")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "sources")
class UnreadableController {
  private final Unreadables unreadables;
  private final PageRequestParser pages;

  UnreadableController(Unreadables unreadables, PageRequestParser pages) {
    this.unreadables = unreadables;
    this.pages = pages;
  }

  /** What was set aside and why, the latest first; that of one source if it is named. */
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
        unreadables.all().stream()
            .filter(each -> named.isEmpty() || each.source().equals(named.orElseThrow()))
            .toList();
    return UnreadablePage.of(wanted, pages.page("unreadable\n" + named.orElse(""), size, cursor));
  }
}
