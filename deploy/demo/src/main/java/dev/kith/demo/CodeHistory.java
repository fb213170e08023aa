package dev.kith.demo;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the town map was programmed, change by change. */
final class CodeHistory {
  private static final int CHANGES = 600;
  private static final List<String> TRAILERS =
      List.of(
          "Reviewed-by",
          "Reviewed-by",
          "Acked-by",
          "Tested-by",
          "Reported-by",
          "Co-authored-by",
          "Cc");

  private final Town town;
  private final Span span;
  private final Chance chance;
  private final Talk talk;
  private final List<Person> authors;
  private final Map<String, List<String>> subsystems = Resource.sections("changes.txt");
  private final Map<String, String> files = new TreeMap<>();

  CodeHistory(Town town, Span span, Chance chance) {
    this.town = town;
    this.span = span;
    this.chance = chance;
    this.talk = new Talk(chance);
    this.authors = town.people().stream().filter(Person::writesCode).toList();
  }

  /** Oldest first. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      int day = (int) ((long) i * Span.DAYS / CHANGES);
      ZonedDateTime at = span.at(day, 8 + i % 2 * 6, chance.between(0, 60), chance.between(0, 60));
      changes.add(change(chance.pick(authors), at));
    }
    return changes;
  }

  private Change change(Person author, ZonedDateTime at) {
    List<Person> colleagues =
        town.friendsOf(author, span.moment(at)).stream().filter(authors::contains).toList();
    Address written = as(author);
    boolean applied = !colleagues.isEmpty() && chance.happens(0.3);
    Address committer = applied ? as(chance.pick(colleagues)) : written;
    String subsystem = chance.pick(new ArrayList<>(subsystems.keySet()));
    String subject = subsystem + ": " + chance.pick(subsystems.getOrDefault(subsystem, List.of()));
    String path = subsystem + "/" + chance.pick(List.of("main", "rules", "notes")) + ".txt";
    files.merge(path, subject + ", " + at.toLocalDate() + "\n", String::concat);
    String message =
        subject
            + "\n\n"
            + talk.text(chance.pick(List.of("kafka", "open-data")), "en")
            + "\n\n"
            + trailers(author, written, committer, colleagues);
    ZonedDateTime committed = applied ? at.plusMinutes(chance.between(5, 200)) : at;
    return new Change(
        written, at, committer, committed, message, path, files.getOrDefault(path, ""));
  }

  private String trailers(
      Person author, Address written, Address committer, List<Person> colleagues) {
    Set<String> lines = new LinkedHashSet<>();
    lines.add("Signed-off-by: " + signed(written));
    for (Person colleague : colleagues) {
      if (chance.happens(1.2 / colleagues.size()) && !colleague.equals(author)) {
        lines.add(chance.pick(TRAILERS) + ": " + signed(as(colleague)));
      }
    }
    if (!committer.equals(written)) {
      lines.add("Signed-off-by: " + signed(committer));
    }
    return String.join("\n", lines) + "\n";
  }

  private Address as(Person person) {
    return chance.pick(person.committers());
  }

  private static String signed(Address address) {
    return address.name() + " <" + address.mail() + ">";
  }
}
