package dev.kith.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Answers of the API as a table for a terminal. */
final class SearchTable {

  private static final int NAME = 28;
  private static final int ADDRESS = 34;
  private static final int TITLE = 60;

  private SearchTable() {}

  /**
   * What an answer says about as whom it was asked, and what to do about it.
   *
   * @param up how to call {@code up} for this home
   */
  static Optional<String> viewerNote(JsonNode page, String up) {
    return Optional.ofNullable(page.path("as").path("note").textValue())
        .map(
            note ->
                note + "; name somebody whose mails or commits are read: " + up + " --as EMAIL");
  }

  static String people(JsonNode page) {
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
      return Text.column("       -", 31);
    }
    return String.format(
        Locale.ROOT,
        "%8.1f  %-8s %-10s  ",
        closeness.path("strength").asDouble(),
        Text.printable(closeness.path("trend").asText()),
        Text.printable(closeness.path("last").asText("")));
  }

  static String activities(JsonNode page) {
    JsonNode activities = page.path("activities");
    if (activities.isEmpty()) {
      return "No activities found\n";
    }
    StringBuilder table = new StringBuilder();
    table.append("ACTIVITIES (").append(Text.count(page.path("total").asLong())).append(")\n");
    for (JsonNode activity : activities) {
      String actor = activity.path("actor").asText("?");
      row(
          table,
          page.path("people").path(actor).path("name").asText(actor),
          activity.path("at").asText("").replaceFirst("T.*", "")
              + "  "
              + activity.path("network").asText(),
          Text.column(title(activity), TITLE).stripTrailing());
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
        .append(Text.column(first, NAME))
        .append("  ")
        .append(Text.column(second, ADDRESS))
        .append("  ")
        .append(rest)
        .append('\n');
  }

  private static String joined(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> Text.printable(each.asText()))
        .collect(Collectors.joining(", "));
  }
}
