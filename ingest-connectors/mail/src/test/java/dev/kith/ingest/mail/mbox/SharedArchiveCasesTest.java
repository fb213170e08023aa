package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads the shared archives about framing, moments, parts, discarded and automatic mail, where they
 * are, and expects what their index says.
 */
class SharedArchiveCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("kith.shared", "../../../shared")).resolve("cases");
  private static final Pattern INSTANT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)|\\b(\\d\\d:\\d\\d:\\d\\dZ)");

  @BeforeAll
  static void casesAreThere() {
    boolean present = Files.exists(CASES.resolve("INDEX.tsv"));
    if (!present) {
      System.out.println(
          "SKIPPED: the shared mail cases, because there are none; name their folder in kith.shared");
    }
    assumeTrue(present, "no shared cases");
  }

  @Test
  void a22SeparatorsWithoutDate() throws Exception {
    var read = read("A/a22-bare-from-separators.mbox");

    assertThat(read.keySet()).containsExactly("a22a", "a22b", "a22c");
    var patch = mail(read, "a22b");
    assertThat(patch.getText() + patch.getQuoted()).contains("two, and the patch:", "Add a frog");
  }

  @Test
  void a23AndA26AndA29FramesThatWereReadAlready() throws Exception {
    var a23 = read("A/a23-from-line-inside-header.mbox");
    var a26 = read("A/a26-crlf.mbox");
    var a29 = read("A/a29-dot-line-in-header.mbox");

    assertThat(mail(a23, "a23").getActor()).isEqualTo("email:ann@example.org");
    assertThat(mail(a23, "a23").getAt()).isEqualTo("2003-02-01T10:00:00Z");
    assertThat(mail(a23, "a23").getText()).doesNotContain("Mozilla");
    assertThat(a26.keySet()).containsExactly("a26a", "a26b", "a26c");
    assertThat(mail(a26, "a26b").getTitle()).contains("Frogs and toads");
    assertThat(mail(a26, "a26c").getText()).isEqualTo("end");
    assertThat(mail(a29, "a29").getActor()).isEqualTo("email:ann@example.org");
    assertThat(mail(a29, "a29").getText()).isEqualTo("Fr\u00f6sche");
  }

  /** Several instants in the second column are alternatives. */
  @Test
  void a30Dates() throws Exception {
    var read = read("A/a30-dates.mbox");
    List<String> expected =
        Files.readAllLines(CASES.resolve("A/a30-dates.expected.tsv"), StandardCharsets.UTF_8);

    assertThat(read).hasSize(26);
    for (String line : expected.subList(1, expected.size())) {
      String[] columns = line.split("\t", -1);
      String id = columns[0].substring(0, columns[0].indexOf('@'));
      assertThat(allowed(columns[2])).as(line).contains(mail(read, id).getAt());
    }
  }

  private static List<Instant> allowed(String words) {
    Matcher instants = INSTANT.matcher(words);
    String day = "";
    List<Instant> allowed = new ArrayList<>();
    while (instants.find()) {
      String whole = instants.group(1) == null ? day + instants.group(2) : instants.group(1);
      day = whole.substring(0, whole.indexOf('T') + 1);
      allowed.add(Instant.parse(whole));
    }
    return allowed;
  }

  @Test
  void a36LinesBeforeTheFirstField() throws Exception {
    var read = read("A/a36-first-line-white.mbox");

    assertThat(read.keySet()).containsExactly("a36a", "a36b", "a36c");
    assertThat(read.values()).extracting(Activity::getActor).containsOnly("email:ann@example.org");
    assertThat(read.values()).extracting(Activity::getText).containsOnly("x");
  }

  @Test
  void a38ABlankPlainPart() throws Exception {
    var read = read("A/a38-blank-plain-part.mbox");

    assertThat(mail(read, "a38a").getText()).isEqualTo("Frogs at six by the old bridge.");
    assertThat(mail(read, "a38b").getText()).isEqualTo("Frogs at seven.");
  }

  @Test
  void a39AndA42PartsThatWereReadAlready() throws Exception {
    var a39 = read("A/a39-winmail-dat.mbox");
    var a42 = read("A/a42-format-flowed.mbox");

    assertThat(a39).hasSize(2);
    assertThat(mail(a39, "a39a").getAttachments()).contains("winmail.dat");
    assertThat(mail(a42, "a42a").getText())
        .contains("Every green frog sings by the old bridge.")
        .contains("From here");
    assertThat(mail(a42, "a42a").getQuoted()).contains("Who sings in the reeds at night");
    assertThat(mail(a42, "a42a").getSignature()).contains("Ann");
    assertThat(mail(a42, "a42b").getText()).contains("first\n").contains("ponds");
  }

  @Test
  void a45DiscardedMailMakesNoInteraction() throws Exception {
    assertThat(read("A/a45-takeout-all-mail.mbox").keySet())
        .containsExactly("a45a", "a45b", "a45f");
  }

  @Test
  void e02WordsOfPeopleThatLookAutomatic() throws Exception {
    var read = read("E/e02-not-automatic.mbox");

    assertThat(read).hasSize(9);
    assertThat(read.values()).noneMatch(Activity::getAutomated);
    assertThat(read.values())
        .allSatisfy(
            mail ->
                assertThat(TestMails.towards(mail)).containsExactly("to email:ann@example.org"));
  }

  @Test
  void e04DiscussionListsOfOldPrograms() throws Exception {
    List<Page> pages = pages("E/e04-old-lists.mbox");
    var read = byName(pages);

    assertThat(read).hasSize(5);
    assertThat(mail(read, "e04e").getAutomated()).isTrue();
    for (String id : List.of("e04a", "e04b", "e04c", "e04d")) {
      assertThat(mail(read, id).getAutomated()).as(id).isFalse();
      assertThat(mail(read, id).getTowards()).as(id).isEmpty();
    }
    assertThat(mail(read, "e04b").getInReplyTo()).contains("e04a@example.org");
    Map<String, AccountKind> kinds =
        pages.stream()
            .flatMap(page -> page.profiles().stream())
            .collect(
                Collectors.toMap(Profile::getAccount, Profile::getKind, (one, other) -> other));
    for (String list : List.of("frogs", "toads", "newts")) {
      assertThat(kinds.get("email:" + list + "@lists.example.org")).isEqualTo(AccountKind.LIST);
    }
  }

  @Test
  void e05Newsletters() throws Exception {
    var read = read("E/e05-newsletters.mbox");

    for (String id : List.of("e05a", "e05b", "e05c", "e05d")) {
      assertThat(mail(read, id).getAutomated()).as(id).isTrue();
    }
    assertThat(mail(read, "e05e").getAutomated()).isFalse();
  }

  @Test
  void e12MomentsAfterTheReceipt() throws Exception {
    var read = read("E/e12-future.mbox");

    assertThat(mail(read, "e12a").getAt()).isEqualTo("2003-02-04T10:00:05Z");
    assertThat(mail(read, "e12b").getAt()).isEqualTo("2003-02-05T10:00:06Z");
    assertThat(mail(read, "e12c").getAt()).isEqualTo("2003-02-06T10:00:06Z");
    assertThat(mail(read, "e12d").getAt()).isEqualTo("2003-02-07T10:00:00Z");
    assertThat(mail(read, "e12e").getAt())
        .isIn(Instant.parse("2003-02-17T10:00:00Z"), Instant.parse("2003-02-10T10:00:05Z"));
  }

  private static Activity mail(Map<String, Activity> read, String name) {
    return Objects.requireNonNull(read.get(name), name);
  }

  private static Map<String, Activity> read(String file) throws Exception {
    return byName(pages(file));
  }

  /** By what stands before the @ of the id, in the order read. */
  private static Map<String, Activity> byName(List<Page> pages) {
    Map<String, Activity> read = new LinkedHashMap<>();
    for (Page page : pages) {
      page.activities().forEach(mail -> read.put(mail.getId().replaceFirst("@.*", ""), mail));
      assertThat(page.unreadable()).isEmpty();
    }
    return read;
  }

  private static List<Page> pages(String file) throws Exception {
    try (var connector =
        new MboxConnector(
            "test",
            new MboxFileLister(CASES.resolve(file), DiscardedPolicy.EXCLUDE),
            TestMails.parser(Visibility.PRIVATE, null),
            MboxFormat.AUTO,
            PageLimits.DEFAULT)) {
      return ReadThrough.of(connector, Cursor.START).pages();
    }
  }
}
