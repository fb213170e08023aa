package dev.kith.standalone.client;

import dev.kith.standalone.services.ReadingProgress;
import dev.kith.standalone.terminal.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Formats the progress as text: a line for each source, and one for the steps. */
public final class ProgressFormatter {

  private static final int NAME = 34;

  private ProgressFormatter() {}

  public static List<String> of(ReadingProgress progress) {
    List<String> lines = new ArrayList<>();
    progress.sources().forEach(source -> lines.add(line(source)));
    lines.add("  " + steps(progress));
    progress.steps().stream()
        .filter(step -> step.message() != null)
        .map(step -> "  %s: %s".formatted(step.name(), step.message()))
        .forEach(lines::add);
    return lines;
  }

  private static String line(ReadingProgress.Source source) {
    long left = source.remaining() == null ? 0 : source.remaining();
    String remaining = left == 0 ? "" : ", %s to go".formatted(TerminalText.count(left));
    String unreadable =
        source.unreadable() == 0
            ? ""
            : ", %s set aside".formatted(TerminalText.count(source.unreadable()));
    String rate =
        source.state().equals("READING")
            ? " (%s/s)".formatted(TerminalText.count(Math.round(source.rate())))
            : "";
    return "  %s %s read%s, %s indexed%s%s%s, %s"
        .formatted(
            TerminalText.column(source.name(), NAME),
            TerminalText.count(source.read()),
            rate,
            TerminalText.count(source.indexed()),
            repeats(source),
            remaining,
            unreadable,
            ending(source));
  }

  /** Why fewer activities are indexed than were read, once all steps are idle. */
  private static String repeats(ReadingProgress.Source source) {
    long repeats = source.read() - source.indexed();
    return source.state().equals("AT_REST") && repeats > 0
        ? " (the other %s are repeats or deletions)".formatted(TerminalText.count(repeats))
        : "";
  }

  private static String ending(ReadingProgress.Source source) {
    boolean isEmpty = source.read() == 0 && source.unreadable() == 0;
    if (source.state().equals("AT_REST") && isEmpty) {
      return "found nothing to read";
    }
    return source.state().equals("WAITING") && source.message() != null
        ? "waiting: " + source.message()
        : state(source.state());
  }

  static String state(String state) {
    return switch (state) {
      case "READING" -> "reading";
      case "AT_REST" -> "all read";
      case "WAITING" -> "waiting";
      case "NEEDS_A_PERSON" -> "needs a person";
      case "STOPPED" -> "stopped";
      default -> state;
    };
  }

  private static String steps(ReadingProgress progress) {
    return progress.steps().stream()
            .map(step -> "%s %s behind".formatted(step.name(), TerminalText.count(step.behind())))
            .collect(Collectors.joining(", "))
        + "; "
        + TerminalText.count(progress.searchable())
        + " searchable";
  }
}
