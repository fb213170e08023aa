package dev.kith.api.sources;

import dev.kith.api.error.ErrorResponses;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** The states of the sources. */
@Controller("/api/sources")
@ExecuteOn(TaskExecutors.BLOCKING)
@ErrorResponses
@Tag(name = "sources")
class SourcesController {
  private final SourceStates states;

  SourcesController(SourceStates states) {
    this.states = states;
  }

  /** All sources: their state, how many activities were read, and how many items are left. */
  @Get
  SourcesView sources() {
    return new SourcesView(states.all().stream().map(SourceView::of).toList());
  }

  /**
   * All sources.
   *
   * @param sources by name
   */
  @Serdeable
  record SourcesView(List<SourceView> sources) {}
}
