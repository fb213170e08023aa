package dev.kith.demo;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Generates the 600 commits of the demo repository, with authors, committers and trailers. */
final class CommitGenerator {
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

  private final DemoTown town;
  private final DemoPeriod span;
  private final RandomSource random;
  private final TopicTexts texts;
  private final List<DemoPerson> authors;
  private final Map<String, List<String>> subsystems = TextResource.sections("changes.txt");
  private final Map<String, String> files = new TreeMap<>();

  CommitGenerator(DemoTown town, DemoPeriod span, RandomSource random) {
    this.town = town;
    this.span = span;
    this.random = random;
    this.texts = new TopicTexts(random);
    this.authors = town.people().stream().filter(DemoPerson::writesCode).toList();
  }

  /** Returns all commits, oldest first. */
  List<DemoCommit> changes() {
    List<DemoCommit> changes = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      int day = (int) ((long) i * DemoPeriod.DAYS / CHANGES);
      ZonedDateTime at = span.at(day, 8 + i % 2 * 6, random.between(0, 60), random.between(0, 60));
      changes.add(change(random.pick(authors), at));
    }
    return changes;
  }

  private DemoCommit change(DemoPerson author, ZonedDateTime at) {
    List<DemoPerson> colleagues =
        town.friendsOf(author, span.moment(at)).stream().filter(authors::contains).toList();
    MailAddress written = as(author);
    boolean applied = !colleagues.isEmpty() && random.happens(0.3);
    MailAddress committer = applied ? as(random.pick(colleagues)) : written;
    String subsystem = random.pick(new ArrayList<>(subsystems.keySet()));
    String subject = subsystem + ": " + random.pick(subsystems.getOrDefault(subsystem, List.of()));
    String path = subsystem + "/" + random.pick(List.of("main", "rules", "notes")) + ".txt";
    files.merge(path, subject + ", " + at.toLocalDate() + "\n", String::concat);
    String message =
        subject
            + "\n\n"
            + texts.text(random.pick(List.of("kafka", "open-data")), "en")
            + "\n\n"
            + trailers(author, written, committer, colleagues);
    ZonedDateTime committed = applied ? at.plusMinutes(random.between(5, 200)) : at;
    return new DemoCommit(
        written, at, committer, committed, message, path, files.getOrDefault(path, ""));
  }

  private String trailers(
      DemoPerson author, MailAddress written, MailAddress committer, List<DemoPerson> colleagues) {
    Set<String> lines = new LinkedHashSet<>();
    lines.add("Signed-off-by: " + signed(written));
    for (DemoPerson colleague : colleagues) {
      if (random.happens(1.2 / colleagues.size()) && !colleague.equals(author)) {
        lines.add(random.pick(TRAILERS) + ": " + signed(as(colleague)));
      }
    }
    if (!committer.equals(written)) {
      lines.add("Signed-off-by: " + signed(committer));
    }
    return String.join("\n", lines) + "\n";
  }

  private MailAddress as(DemoPerson person) {
    return random.pick(person.committers());
  }

  private static String signed(MailAddress address) {
    return address.name() + " <" + address.mail() + ">";
  }
}
