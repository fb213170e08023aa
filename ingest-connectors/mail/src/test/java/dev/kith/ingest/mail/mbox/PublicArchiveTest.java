package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads a real archive, where there is one, and counts it again in the simplest way. */
class PublicArchiveTest {
  private static final Path ARCHIVE =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .resolve("data/activity/mail/twisted-python-2008-2010.mbox.gz");

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "^From .*  (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}$");
  private static final Pattern SENDER = Pattern.compile("^From: (\\S+)(?: at (\\S+))? \\(.*");

  /** What a few lines of counting see in a message. */
  private record Seen(String id, String author, String parent) {}

  @Test
  void messagesAccountsAndAnswersAreAsCountedIndependently() throws Exception {
    boolean present = Files.exists(ARCHIVE);
    if (!present) {
      System.out.println(
          "SKIPPED: reading a real archive, because there is none; name its folder in kith.shared");
    }
    assumeTrue(present, "no real archive");
    List<Seen> expected = count();

    var connector =
        new MboxConnector(
            "test",
            new MboxFileLister(ARCHIVE, DiscardedPolicy.EXCLUDE),
            TestMails.parser(Visibility.PUBLIC, null),
            MboxFormat.AUTO,
            PageLimits.DEFAULT);
    var activities = ReadThrough.of(connector, Cursor.START).activities();

    // Compared by number, so that a failure prints nobody's name.
    assertThat(messages()).isEqualTo(expected.size());
    assertThat(differing(ids(expected), activities.stream().map(Activity::getId).toList()))
        .isZero();
    assertThat(differing(authors(expected), actors(activities))).isZero();
    assertThat(differing(pairs(expected), pairsOf(activities))).isZero();
    assertThat(pairs(expected).size()).isGreaterThan(1_000);
  }

  private static long messages() throws Exception {
    long messages = 0;
    try (var reader = MboxFile.of(ARCHIVE).reader(0, MboxFormat.AUTO)) {
      for (var item = reader.next(); item.isPresent(); item = reader.next()) {
        messages += item.get() instanceof MboxItem.Message ? 1 : 0;
      }
    }
    return messages;
  }

  private static List<Seen> count() throws Exception {
    List<Seen> seen = new ArrayList<>();
    List<String> header = new ArrayList<>();
    boolean inHeader = false;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ARCHIVE)), StandardCharsets.ISO_8859_1))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (SEPARATOR.matcher(line).matches()) {
          header.clear();
          inHeader = true;
        } else if (inHeader && line.isEmpty()) {
          inHeader = false;
          seen.add(seen(header));
        } else if (inHeader) {
          header.add(line);
        }
      }
    }
    return seen;
  }

  private static Seen seen(List<String> header) {
    String all = String.join("\n", header).replaceAll("\n[ \t]+", " ");
    Matcher sender = SENDER.matcher(field(all, "From", ".*"));
    String author = "";
    if (sender.matches()) {
      String domain = sender.group(2);
      author = domain == null ? sender.group(1) : sender.group(1) + "@" + domain;
    }
    author = author.toLowerCase(Locale.ROOT);
    String id = bare(field(all, "Message-ID", ".*"));
    return new Seen(id, author.contains("@") ? author : author + "@localhost", parent(all));
  }

  private static String parent(String header) {
    String answered = bare(field(header, "In-Reply-To", ".*"));
    if (!answered.isEmpty()) {
      return answered;
    }
    String references = field(header, "References", ".*");
    return bare(references.substring(Math.max(0, references.lastIndexOf('<'))));
  }

  private static String field(String header, String name, String value) {
    Matcher matcher = Pattern.compile("(?mi)^" + name + ": +(" + value + ")$").matcher(header);
    return matcher.find()
        ? name.equals("From") ? "From: " + matcher.group(1) : matcher.group(1)
        : "";
  }

  /** Some programs leave out the brackets. */
  private static String bare(String id) {
    Matcher matcher = Pattern.compile("<([^<>]+)>").matcher(id);
    boolean naked = id.indexOf('@') > 0 && id.indexOf(' ') < 0;
    return matcher.find() ? matcher.group(1).replace(" ", "") : naked ? id : "";
  }

  private static List<String> ids(List<Seen> seen) {
    return seen.stream().map(Seen::id).toList();
  }

  private static Set<String> authors(List<Seen> seen) {
    return seen.stream()
        .map(s -> "email:" + s.author)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> actors(List<Activity> activities) {
    return activities.stream()
        .map(Activity::getActor)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> pairs(List<Seen> seen) {
    Map<String, String> authors = new HashMap<>();
    seen.forEach(s -> authors.put(s.id, "email:" + s.author));
    authors.remove("");
    return seen.stream()
        .map(s -> pair("email:" + s.author, authors.get(s.parent)))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Set<String> pairsOf(List<Activity> activities) {
    Map<String, String> actors = new HashMap<>();
    activities.forEach(a -> actors.put(a.getId(), a.getActor()));
    return activities.stream()
        .map(a -> pair(a.getActor(), a.getInReplyTo().map(actors::get).orElse(null)))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static @Nullable String pair(String one, @Nullable String other) {
    return other == null || one.equals(other)
        ? null
        : one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
  }

  /** How many are in one and not in the other; ids that stand in for a missing one aside. */
  private static long differing(Iterable<String> expected, Iterable<String> found) {
    Set<String> both = new HashSet<>();
    Set<String> one = known(expected);
    Set<String> other = known(found);
    both.addAll(one);
    both.addAll(other);
    return both.stream().filter(id -> one.contains(id) != other.contains(id)).count();
  }

  private static Set<String> known(Iterable<String> all) {
    Set<String> known = new HashSet<>();
    all.forEach(known::add);
    known.removeIf(id -> id.isEmpty() || id.endsWith("@mail.invalid"));
    return known;
  }
}
