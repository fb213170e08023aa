package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.mail.message.RawMail;
import dev.kith.ingest.mail.mime.MimeParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxReaderTest {
  private static final String LINE = "From ann@example.org Tue Mar  5 10:00:00 2024\n";

  @Test
  void eachFromLineBeginsAMessage() {
    assertThat(subjects(LINE + "Subject: 1\n\nx\n\n" + LINE + "Subject: 2\n\ny\n"))
        .containsExactly("1", "2");
  }

  @Test
  void proseThatBeginsWithFromIsNoSeparator() {
    String body =
        "x\n\nFrom now on all is new.\nFrom Ann to Bob, Tue Mar 5: 10\n\nFrom here:\nto: there\n\n";

    assertThat(subjects(LINE + "Subject: 1\n\n" + body + LINE + "Subject: 2\n\ny\n"))
        .containsExactly("1", "2");
  }

  @Test
  void everyFormOfTheLineIsParsed() {
    for (String line :
        List.of(
            "From ann at example.org  Wed Jan  2 06:38:37 2008",
            "From Tamika  Thu Jan 15 08:13:21 2009",
            "From Ann Lee  Thu Jan 15 08:13:21 2009",
            "From - Tue Mar 05 10:00:00 2024",
            "From ???@??? Tue Mar 05 10:00:00 2024",
            "From 1234567890123@xxx Tue Mar 05 10:00:00 +0000 2024",
            "From ann@example.org Tue Mar  5 10:00 2024",
            "From ann@example.org Tue Mar  5 10:00:00 CET 2024",
            "From ann@example.org Tue Mar  5 10:00:00 2024 remote from example",
            "From ann@example.org Tue, 5 Mar 2024 10:00:00 +0100",
            "From MAILER-DAEMON Tue Mar  5 10:00:00 2024",
            "From \"Ann Lee\"@example.org Tue Mar  5 10:00:00 2024",
            "From ",
            "From ann@example.org")) {
      assertThat(subjects(line + "\nSubject: 1\n\nx\n\n" + line + "\nSubject: 2\n\ny\n"))
          .as(line)
          .containsExactly("1", "2");
    }
  }

  @Test
  void theBlankLineBeforeASeparatorMayBeMissing() {
    assertThat(subjects(LINE + "Subject: 1\n\nx\n" + LINE + "Subject: 2\n\ny"))
        .containsExactly("1", "2");
  }

  @Test
  void aPatchInABodyIsNoMessageUnlessTheFileIsMadeOfPatches() {
    String patch = "From " + "0123456789".repeat(4) + " Mon Sep 17 00:00:00 2001\n";
    String mails = LINE + "Subject: 1\n\n\n" + patch + "Subject: 2\n\nx\n";
    String patches = patch + "Subject: 1\nDate: x\n\nx\n\n" + patch + "Subject: 2\n\ny\n";

    assertThat(subjects(mails)).containsExactly("1");
    assertThat(subjects(patches)).containsExactly("1", "2");
  }

  @Test
  void aCorrectContentLengthIsUsed() {
    String body = "x\n\n" + LINE + "Subject: inside\n\ny\n";

    assertThat(subjects(counted("1", body, body.length()) + counted("2", "z\n", 2)))
        .containsExactly("1", "2");
  }

  @Test
  void aWrongContentLengthIsIgnored() {
    assertThat(subjects(counted("1", "x\n", 100_000) + counted("2", "y\n", 1)))
        .containsExactly("1", "2");
    assertThat(subjects(counted("1", "x\n", 0) + counted("2", "y\n", 999_999_999)))
        .containsExactly("1", "2");
  }

  @Test
  void lineEndsMayBeWide() {
    String mbox = LINE + "Subject: 1\n\nx\n\n" + LINE + "Subject: 2\n\ny\n";

    assertThat(subjects(mbox.replace("\n", "\r\n"))).containsExactly("1", "2");
  }

  @Test
  void textBeforeTheFirstSeparatorIsReportedOnce() {
    var items = items("garbage\nmore garbage\n\n" + LINE + "Subject: 1\n\nx\n");

    assertThat(items).hasSize(2);
    assertThat(items.getFirst())
        .isInstanceOfSatisfying(
            MboxItem.Unreadable.class,
            broken -> {
              assertThat(broken.reason()).contains("at byte 0");
              assertThat(broken.bytes()).asString().startsWith("garbage\nmore");
            });
  }

  @Test
  void aMessageWithoutHeaderIsUnreadableAndReadingContinues() {
    var items =
        items(
            LINE + "Subject: 1\n\nx\n\n" + LINE + "\u0000\u0001\n\n" + LINE + "Subject: 2\n\ny\n");

    assertThat(items.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactly("Message", "Unreadable", "Message");
    assertThat(((MboxItem.Unreadable) items.get(1)).reason())
        .contains("at byte " + (LINE.length() + "Subject: 1\n\nx\n\n".length()));
  }

  @Test
  void aMessageCutOffInItsHeaderIsRead() {
    assertThat(subjects(LINE + "Subject: 1\n\nx\n\n" + LINE + "Subject: 2\nTo: b")).contains("2");
    assertThat(subjects(LINE + "Subject: 1\n" + LINE + "Subject: 2\n\nx"))
        .containsExactly("1", "2");
  }

  @Test
  void positionsAreInBytes() {
    String first = LINE + "Subject: 1\n\nü\n\n";
    var items = items(first + LINE + "Subject: 2\n\ny\n");

    assertThat(items.get(0).start()).isZero();
    assertThat(items.get(1).start()).isEqualTo(first.length());
    assertThat(items.get(0).end()).isEqualTo(first.length());
  }

  @Test
  void aMessageOfAnyLengthIsReadWithLimitedMemory() {
    var body =
        new EndlessLine(
            100L * 1024 * 1024, LINE + "Subject: 1\n\n", "\n\n" + LINE + "Subject: 2\n\ny");
    var reader = new MboxReader(body, 0, MboxFormat.AUTO, false);

    var messages = all(reader);

    assertThat(messages).hasSize(2);
    assertThat(((MboxItem.Message) messages.getFirst()).bytes())
        .hasSizeLessThanOrEqualTo(RawMail.MAX_LENGTH + 1024);
    assertThat(subject(messages.get(1))).isEqualTo("2");
  }

  private static final String HEADER =
      "From: Ann Lee <ann@example.org>\nTo: Bob <bob@example.net>\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From ",
        "From -",
        "From ann@example.org",
        "From ann@example.org 2024-03-05 10:00:00",
        "From - Di. 5. M\u00e4rz 10:00:00 2024",
        "From ann@example.org Mar 5 10:00 2024",
        "From ann@example.org mar. 5 mars 10:00:00 2024",
        "From MAILER-DAEMON 1709632800"
      })
  void aLineWithoutADateSeparatesIfAHeaderStandsBelowIt(String line) {
    String mbox =
        line + "\n" + HEADER + "Subject: 1\n\nx\n" + line + "\n" + HEADER + "Subject: 2\n\ny\n";

    assertThat(subjects(mbox)).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From Tue Mar 5 10:00:00 2024 on nothing was as before.",
        "From Tue, 5 Mar 2024 10:00\nthe pond is closed.",
        "From bob@example.net Tue Mar  5 10:00:00 2024\nwas the line that I found.",
        "From Monday 10:30 to Friday 12:00:\nNote: bring boots",
        "From bob@example.net I got this on 5 March:\nFrom: Bob\nTo: Ann\nSubject: no",
        "From - Monday, 4 Mar 2024 10:00 we meet\nWhere: at the pond",
        "From 0123abc Mon Sep 17 00:00:00 2001\nFrom: Gil <gil@example.org>\nDate: x\nSubject: no",
        "From \nthe pond"
      })
  void proseIsNoSeparatorWhateverDateStandsInIt(String prose) {
    String mbox = LINE + HEADER + "Subject: 1\n\nx\n\n" + prose + "\n\nend\n\n";

    var items = items(mbox + LINE + HEADER + "Subject: 2\n\ny\n");

    assertThat(items.stream().map(MboxReaderTest::subject)).containsExactly("1", "2");
    assertThat(((MboxItem.Message) items.getFirst()).bytes()).asString().contains(prose, "end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "      \n",
        "\tboundary=\"none\"\n",
        "this line has no colon\n",
        "\n",
        "\r\n",
        ">From - Tue Mar  5 10:00:00 2024\n",
        "From - Tue Mar  5 10:00:00 2024\n",
        " \n \n"
      })
  void linesBeforeTheFirstFieldAreSkipped(String before) {
    String mbox = LINE + before + HEADER + "Subject: 1\n\nx\n\n" + LINE + "Subject: 2\n\ny\n";

    assertThat(subjects(mbox)).containsExactly("1", "2");
  }

  @Test
  void aSecondFromLineEndsAHeaderOnlyAfterAnIdentifyingField() {
    String status = "X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\n";
    String twice = LINE + status + LINE + status + HEADER + "Subject: 1\n\nx\n\n";

    assertThat(subjects(twice + LINE + HEADER + "Subject: 2\n" + LINE + HEADER + "Subject: 3\n\nx"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void byteOrderMarksAreNoPartOfALine() {
    String mark = "\u00ef\u00bb\u00bf";

    assertThat(subjects(mark + LINE + "Subject: 1\n\nx\n\n" + mark + LINE + "Subject: 2\n\ny\n"))
        .containsExactly("1", "2");
  }

  @Test
  void aFirstMessageWithoutFromLineIsRead() {
    assertThat(subjects(HEADER + "Subject: 1\n\nx\n\n" + LINE + "Subject: 2\n\ny\n"))
        .containsExactly("1", "2");
  }

  @Test
  void lineEndsMayHaveTwoCarriageReturnsAndBlankLinesMayHaveBlanks() {
    String mbox = LINE + HEADER + "Subject: 1\n\nx\n\n" + LINE + HEADER + "Subject: 2\n\ny\n";

    assertThat(subjects(mbox.replace("\n", "\r\r\n"))).containsExactly("1", "2");
    assertThat(subjects(mbox.replace("x\n\n", "x\n \t\n"))).containsExactly("1", "2");
  }

  private static String counted(String subject, String body, int length) {
    return LINE + "Subject: " + subject + "\nContent-Length: " + length + "\n\n" + body + "\n";
  }

  private static List<String> subjects(String mbox) {
    return items(mbox).stream().map(MboxReaderTest::subject).toList();
  }

  private static String subject(MboxItem item) {
    return switch (item) {
      case MboxItem.Message m ->
          MimeParser.parse(m.bytes()).fields().text("subject").orElse("none");
      case MboxItem.Unreadable broken -> broken.reason();
    };
  }

  private static List<MboxItem> items(String mbox) {
    byte[] bytes = mbox.getBytes(StandardCharsets.ISO_8859_1);
    boolean git = MboxReader.isGitStyle(mbox.lines().findFirst().orElse(""));
    return all(new MboxReader(new ByteArrayInputStream(bytes), 0, MboxFormat.AUTO, git));
  }

  private static List<MboxItem> all(MboxReader reader) {
    List<MboxItem> items = new ArrayList<>();
    for (Optional<MboxItem> item = reader.next(); item.isPresent(); item = reader.next()) {
      items.add(item.get());
    }
    return items;
  }
}
