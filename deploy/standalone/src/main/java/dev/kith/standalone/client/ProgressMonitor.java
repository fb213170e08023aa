package dev.kith.standalone.client;

import dev.kith.standalone.home.Home;
import dev.kith.standalone.services.ReadingProgress;
import dev.kith.standalone.terminal.CommandException;
import dev.kith.standalone.terminal.TerminalDisplay;
import dev.kith.standalone.terminal.TerminalText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Shows the progress until everything is read. */
public final class ProgressMonitor {

  private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
  private static final int POLLS_BETWEEN_LINES = 5;
  private static final int POLLS_OF_WAITING_SOURCE = 10;

  private final ApiClient api;
  private final Home home;
  private final long expectedSources;
  private final TerminalDisplay screen;
  private final Duration pollInterval;

  public ProgressMonitor(ApiClient api, Home home, long expectedSources, TerminalDisplay screen) {
    this(api, home, expectedSources, screen, POLL_INTERVAL);
  }

  ProgressMonitor(
      ApiClient api,
      Home home,
      long expectedSources,
      TerminalDisplay screen,
      Duration pollInterval) {
    this.api = api;
    this.home = home;
    this.expectedSources = expectedSources;
    this.screen = screen;
    this.pollInterval = pollInterval;
  }

  /** Returns when everything is read. */
  public void untilRead() {
    untilRead(() -> true, Integer.MAX_VALUE);
  }

  /**
   * Returns when all sources are read or wait for a server, or when Kith stops.
   *
   * @param running whether Kith still runs
   */
  public void untilReadOrWaiting(BooleanSupplier running) {
    untilRead(running, POLLS_OF_WAITING_SOURCE);
  }

  private void untilRead(BooleanSupplier running, int pollsOfWaiting) {
    try {
      int done = 0;
      int waiting = 0;
      for (int look = 0; running.getAsBoolean(); look++) {
        Optional<ReadingProgress> progress = api.progress();
        done = progress.filter(this::isDone).isPresent() ? done + 1 : 0;
        waiting = progress.filter(this::isDoneOrWaiting).isPresent() ? waiting + 1 : 0;
        // A source reports its end a moment before its last page is committed.
        if (done == 2 || waiting == pollsOfWaiting) {
          finish(progress.orElseThrow());
          return;
        }
        boolean due = screen.isTerminal() || look % POLLS_BETWEEN_LINES == 0;
        progress.filter(some -> due).ifPresent(some -> screen.show(ProgressFormatter.of(some)));
        Thread.sleep(pollInterval);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDone(ReadingProgress progress) {
    return progress.atRest() && progress.sources().size() >= expectedSources;
  }

  private boolean isDoneOrWaiting(ReadingProgress progress) {
    return progress.sources().size() >= expectedSources
        && progress.sources().stream().allMatch(ProgressMonitor::isDoneOrWaiting)
        && progress.steps().stream().allMatch(step -> step.behind() == 0 && step.message() == null);
  }

  private static boolean isDoneOrWaiting(ReadingProgress.Source source) {
    return switch (source.state()) {
      case "AT_REST", "NEEDS_A_PERSON", "WAITING" -> true;
      default -> false;
    };
  }

  private void finish(ReadingProgress progress) {
    screen.show(ProgressFormatter.of(progress));
    progress.sources().stream()
        .filter(source -> source.message() != null)
        .map(
            source ->
                "%s %s: %s"
                    .formatted(
                        source.name(),
                        isWaiting(source) ? "waits" : "needs somebody",
                        source.message()))
        .forEach(screen::say);
    screen.say(
        "Everything%s is read: %s activities, %s searchable"
            .formatted(
                progress.sources().stream().anyMatch(ProgressMonitor::isWaiting) ? " else" : "",
                TerminalText.count(
                    progress.sources().stream().mapToLong(ReadingProgress.Source::read).sum()),
                TerminalText.count(progress.searchable())));
    viewerNote().ifPresent(note -> screen.say("Warning: " + note));
  }

  private static boolean isWaiting(ReadingProgress.Source source) {
    return source.state().equals("WAITING");
  }

  /** The note of the API about the viewer, such as that the viewer is unknown. */
  private Optional<String> viewerNote() {
    try {
      return SearchTable.viewerNote(api.get("/api/people?size=1"), home.command("up"));
    } catch (CommandException unanswered) {
      return Optional.empty();
    }
  }
}
