package dev.kith.standalone.services;

import dev.kith.ingest.runtime.SourceStatus;
import dev.kith.ingest.runtime.SourceStatuses;
import dev.kith.schemas.SourceState;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tells the launcher how far everything has come. */
@Controller("/standalone/progress")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProgressController {

  private final SourceStatuses statuses;
  private final Backlog backlog;
  private final IndexedActivities indexed;

  ProgressController(SourceStatuses statuses, Backlog backlog, IndexedActivities indexed) {
    this.statuses = statuses;
    this.backlog = backlog;
    this.indexed = indexed;
  }

  /**
   * Sources first, then steps: what was read before the steps were looked at is in their backlog.
   */
  @Get
  Progress progress() throws IOException, InterruptedException {
    List<SourceStatus> sources = statuses.all();
    List<Progress.Step> steps = backlog.ofEachStep();
    boolean atRest =
        sources.stream().allMatch(ProgressController::hasSettled)
            && steps.stream().allMatch(step -> step.behind() == 0);
    if (atRest) {
      indexed.refresh();
    }
    Map<String, Long> bySource = indexed.bySource();
    return new Progress(
        atRest,
        indexed.count(),
        sources.stream().map(source -> described(source, bySource)).toList(),
        steps);
  }

  /** It has read everything, or cannot go on until somebody has done something. */
  private static boolean hasSettled(SourceStatus source) {
    return source.state() == SourceState.AT_REST || source.state() == SourceState.NEEDS_A_PERSON;
  }

  private static Progress.Source described(SourceStatus source, Map<String, Long> indexed) {
    return new Progress.Source(
        source.source(),
        source.network(),
        source.state().name(),
        source.message(),
        source.read(),
        indexed.getOrDefault(source.source(), 0L),
        source.unreadable(),
        source.remaining().isPresent() ? source.remaining().getAsLong() : null,
        source.rate());
  }
}
