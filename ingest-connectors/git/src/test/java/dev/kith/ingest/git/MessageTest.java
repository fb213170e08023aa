package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {
  @Test
  void theSubjectIsTheFirstParagraphInOneLine() {
    var message = Message.parse("\nfix the\n  parser\n\nIt was\nbroken.\n");

    assertThat(message.subject()).isEqualTo("fix the parser");
    assertThat(message.text()).isEqualTo("It was\nbroken.");
  }

  @Test
  void trailersAreTakenOutOfTheTextWhateverTheirCase() {
    var message =
        Message.parse(
            """
            subject

            body

            reviewed-By: Bob Stone <bob@example.org>
            CC: "Lee, Ann" <ann@example.org>
            Fixes: 0123456789ab ("another")
            """);

    assertThat(message.trailers())
        .containsExactly(
            new Trailer("reviewed", "Bob Stone", "bob@example.org"),
            new Trailer("cc", "Lee, Ann", "ann@example.org"));
    assertThat(message.text()).isEqualTo("body\n\nFixes: 0123456789ab (\"another\")");
  }

  @Test
  void aTrailerMayNameSeveralAndGoOnInTheNextLine() {
    var message =
        Message.parse(
            "s\n\nTested-by: A One <a@x.org>, B Two <b@x.org> and C <c@x.org>\n"
                + "Reported-by: A Very Long Name\n  <long@x.org>");

    assertThat(message.trailers())
        .extracting(Trailer::name)
        .containsExactly("A One", "B Two", "C", "A Very Long Name");
    assertThat(message.text()).isEmpty();
  }

  @Test
  void whoIsNamedWithoutNameOrAddressStaysInTheText() {
    var message =
        Message.parse("s\n\nCc: stable@example.org\nCc: <list@example.org>\nAcked-by: Bob");

    assertThat(message.trailers()).isEmpty();
    assertThat(message.text())
        .isEqualTo("Cc: stable@example.org\nCc: <list@example.org>\nAcked-by: Bob");
  }

  @Test
  void theTrailersOfSquashedCommitsCountToo() {
    var message =
        Message.parse(
            "s\n\n* one\n\nCo-authored-by: Bob <b@x.org>\n\n* two\n\nCo-developed-by: C <c@x.org>");

    assertThat(message.trailers())
        .extracting(Trailer::kind)
        .containsExactly("co-authored", "co-authored");
    assertThat(message.text()).isEqualTo("* one\n\n\n* two");
  }

  @Test
  void aMessageMayBeEmpty() {
    assertThat(Message.parse("")).isEqualTo(new Message("", "", java.util.List.of()));
  }

  @Test
  void nobodyIsNamedByASubject() {
    assertThat(Message.parse("Reviewed-by: Bob <bob@example.org>").trailers()).isEmpty();
  }
}
