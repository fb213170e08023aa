package dev.kith.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.standalone.terminal.TerminalText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Formats responses of the API as a table for a terminal. */
public final class SearchTable {

  private static final int NAME = 28;
  private static final int ADDRESS = 34;
  private static final int TITLE = 60;

  private SearchTable() {}

  /**
   * The note of a response about its viewer, and what to do about it.
   *
   * @param up the command line of {@code up} for this home
   */
  public static Optional<String> viewerNote(JsonNode page, String up) {
    return Optional.ofNullable(page.path("as").path("note").textValue())
        .map(
            note ->
                note + "; name somebody whose mails or commits are read: " + up + " --as EMAIL");
  }

  public static String people(JsonNode page) {
    JsonNode people = page.path("people");
    if (people.isEmpty()) {
      return "No people found. Try fewer words, another spelling or fewer conditions.\n";
    }
    StringBuilder table = new StringBuilder();
    row(table, "PERSON", "ADDRESS", "STRENGTH  TREND    LAST        NETWORKS");
    for (JsonNode person : people) {
      row(
          table,
          person.path("name").asText("?"),
          person.path("emails").path(0).asText(""),
          closeness(person.path("closeness")) + joined(person.path("networks")));
    }
    return table.toString();
  }

  private static String closeness(JsonNode closeness) {
    if (closeness.isMissingNode() || closeness.isNull()) {
      return TerminalText.column("       -", 31);
    }
    return String.format(
        Locale.ROOT,
        "%8.1f  %-8s %-10s  ",
        closeness.path("strength").asDouble(),
        TerminalText.printable(closeness.path("trend").asText()),
        TerminalText.printable(closeness.path("last").asText("")));
  }

  public static String activities(JsonNode page) {
    JsonNode activities = page.path("activities");
    if (activities.isEmpty()) {
      return "No activities found\n";
    }
    StringBuilder table = new StringBuilder();
    table
        .append("ACTIVITIES (")
        .append(TerminalText.count(page.path("total").asLong()))
        .append(")\n");
    for (JsonNode activity : activities) {
      String actor = activity.path("actor").asText("?");
      row(
          table,
          page.path("people").path(actor).path("name").asText(actor),
          activity.path("at").asText("").replaceFirst("T.*", "")
              + "  "
              + activity.path("network").asText(),
          TerminalText.column(title(activity), TITLE).stripTrailing());
    }
    return table.toString();
  }

  private static String title(JsonNode activity) {
    String title = activity.path("title").asText("");
    String shown = title.isBlank() ? activity.path("text").asText("") : title;
    return shown.replaceAll("\\s+", " ").strip();
  }

  private static void row(StringBuilder table, String first, String second, String rest) {
    table
        .append(TerminalText.column(first, NAME))
        .append("  ")
        .append(TerminalText.column(second, ADDRESS))
        .append("  ")
        .append(rest)
        .append('\n');
  }

  private static String joined(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> TerminalText.printable(each.asText()))
        .collect(Collectors.joining(", "));
  }
}
