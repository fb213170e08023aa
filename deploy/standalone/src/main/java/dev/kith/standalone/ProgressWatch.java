package dev.kith.standalone;

import dev.kith.standalone.services.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Shows how far the reading has come until everything is read. */
final class ProgressWatch {

  private static final long BETWEEN_LOOKS_MILLIS = 1_000;
  private static final int LOOKS_BETWEEN_LINES = 5;

  private final Api api;
  private final long expectedSources;
  private final Screen screen;

  ProgressWatch(Api api, long expectedSources, Screen screen) {
    this.api = api;
    this.expectedSources = expectedSources;
    this.screen = screen;
  }

  /**
   * Returns when everything is read, or when Kith does not run any more.
   *
   * @param running whether it does
   */
  void untilRead(BooleanSupplier running) {
    try {
      boolean doneBefore = false;
      for (int look = 0; running.getAsBoolean(); look++) {
        Optional<Progress> progress = api.progress();
        boolean done = progress.map(this::isDone).orElse(false);
        // A source says that it has come to its end a moment before its last page is on its way.
        if (done && doneBefore) {
          finish(progress.orElseThrow());
          return;
        }
        doneBefore = done;
        boolean due = screen.isTerminal() || look % LOOKS_BETWEEN_LINES == 0;
        progress.filter(some -> due).ifPresent(some -> screen.show(ProgressLines.of(some)));
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDone(Progress progress) {
    return progress.atRest() && progress.sources().size() >= expectedSources;
  }

  private void finish(Progress progress) {
    screen.show(ProgressLines.of(progress));
    List<String> left =
        progress.sources().stream()
            .filter(source -> source.message() != null)
            .map(source -> "%s needs somebody: %s".formatted(source.name(), source.message()))
            .toList();
    left.forEach(screen::say);
    screen.say(
        "Everything is read: %s activities, %s searchable"
            .formatted(
                Text.count(progress.sources().stream().mapToLong(Progress.Source::read).sum()),
                Text.count(progress.searchable())));
    viewerNote().ifPresent(note -> screen.say("Warning: " + note));
  }

  /** What the API has to say about those as whom it is asked, such as that nobody knows them. */
  private Optional<String> viewerNote() {
    try {
      return SearchTable.viewerNote(api.get("/api/people?size=1"));
    } catch (Refusal unanswered) {
      return Optional.empty();
    }
  }
}
