package dev.kith.api.sources;

import dev.kith.api.error.ErrorResponses;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The sources. */
@Controller("/api/sources")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "sources")
class SourcesController {
  private final Sources sources;

  SourcesController(Sources sources) {
    this.sources = sources;
  }

  /**
   * How each source fares: reading, waiting, at rest, needs a person; what came and what is left.
   */
  @Get
  SourcesView sources() {
    return new SourcesView(sources.all().stream().map(SourceView::of).toList());
  }

  /**
   * All sources.
   *
   * @param sources by name
   */
  @Serdeable
  record SourcesView(List<SourceView> sources) {}
}
