package dev.kith.standalone.services;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.ingest.runtime.status.SourceStatusRegistry;
import dev.kith.schemas.SourceState;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reports the progress to the launcher. */
@Controller("/standalone/progress")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProgressController {

  private final SourceStatusRegistry statuses;
  private final Backlog backlog;
  private final IndexedActivities indexed;
  private final StepObstacles troubles;

  ProgressController(
      SourceStatusRegistry statuses,
      Backlog backlog,
      IndexedActivities indexed,
      StepObstacles troubles) {
    this.statuses = statuses;
    this.backlog = backlog;
    this.indexed = indexed;
    this.troubles = troubles;
  }

  /** The obstacles of the steps; a cheap request. */
  @Get("/troubles")
  ReadingProgress.Troubles troubles() {
    return new ReadingProgress.Troubles(troubles.all());
  }

  /**
   * Reads the sources before the steps, so that everything read from sources is in the backlog of
   * the steps.
   */
  @Get
  ReadingProgress progress() throws IOException, InterruptedException {
    List<SourceStatus> sources = statuses.all();
    List<ReadingProgress.Step> steps = backlog.ofEachStep();
    boolean atRest =
        sources.stream().allMatch(ProgressController::hasSettled)
            && steps.stream().allMatch(step -> step.behind() == 0 && step.message() == null);
    try {
      if (atRest) {
        indexed.refresh();
      }
      return progress(atRest, indexed.count(), sources, indexed.bySource(), steps);
    } catch (ElasticsearchException missing) { // the obstacle of the indexing step says more
      return progress(false, 0, sources, Map.of(), steps);
    }
  }

  private static ReadingProgress progress(
      boolean atRest,
      long searchable,
      List<SourceStatus> sources,
      Map<String, Long> bySource,
      List<ReadingProgress.Step> steps) {
    return new ReadingProgress(
        atRest,
        searchable,
        sources.stream().map(source -> described(source, bySource)).toList(),
        steps);
  }

  /** Whether a source has read everything, or cannot go on without the user. */
  private static boolean hasSettled(SourceStatus source) {
    return source.state() == SourceState.AT_REST || source.state() == SourceState.NEEDS_A_PERSON;
  }

  private static ReadingProgress.Source described(SourceStatus source, Map<String, Long> indexed) {
    return new ReadingProgress.Source(
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
