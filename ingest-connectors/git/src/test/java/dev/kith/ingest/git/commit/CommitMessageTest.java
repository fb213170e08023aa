package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitMessageTest {
  @Test
  void theSubjectIsTheFirstParagraphInOneLine() {
    var message = CommitMessage.parse("\nfix the\n  parser\n\nIt was\nbroken.\n");

    assertThat(message.subject()).isEqualTo("fix the parser");
    assertThat(message.text()).isEqualTo("It was\nbroken.");
  }

  @Test
  void trailersAreTakenOutOfTheTextWhateverTheirCase() {
    var message =
        CommitMessage.parse(
            """
            subject

            body

            reviewed-By: Bob Stone <bob@example.org>
            CC: "Lee, Ann" <ann@example.org>
            Fixes: 0123456789ab ("another")
            """);

    assertThat(message.trailers())
        .containsExactly(
            new Participant("reviewed", "Bob Stone", "bob@example.org"),
            new Participant("cc", "Lee, Ann", "ann@example.org"));
    assertThat(message.text()).isEqualTo("body\n\nFixes: 0123456789ab (\"another\")");
  }

  @Test
  void aTrailerMayNameSeveralAndGoOnInTheNextLine() {
    var message =
        CommitMessage.parse(
            "s\n\nTested-by: A One <a@x.org>, B Two <b@x.org> and C <c@x.org>\n"
                + "Reported-by: A Very Long Name\n  <long@x.org>");

    assertThat(message.trailers())
        .extracting(Participant::name)
        .containsExactly("A One", "B Two", "C", "A Very Long Name");
    assertThat(message.text()).isEmpty();
  }

  @Test
  void whoIsNamedWithoutNameOrAddressStaysInTheText() {
    var message =
        CommitMessage.parse("s\n\nCc: stable@example.org\nCc: <list@example.org>\nAcked-by: Bob");

    assertThat(message.trailers()).isEmpty();
    assertThat(message.text())
        .isEqualTo("Cc: stable@example.org\nCc: <list@example.org>\nAcked-by: Bob");
  }

  @Test
  void aTrailerInTheMiddleOfASentenceIsAnExample() {
    var message =
        CommitMessage.parse(
            """
            docs: how to sign

            End a commit with a line like
            Signed-off-by: Ida Ivy <ida@example.org>
            and push it.

            Signed-off-by: Bob Birk <bob@example.org>
            """);

    assertThat(message.trailers()).extracting(Participant::name).containsExactly("Bob Birk");
    assertThat(message.text()).contains("Ida Ivy");
  }

  @Test
  void blanksMayStandBeforeTheColonOfATrailer() {
    assertThat(CommitMessage.parse("a\n\nSigned-off-by : Bob Birk <bob@example.org>").trailers())
        .extracting(Participant::name)
        .containsExactly("Bob Birk");
  }

  @Test
  void theTrailersOfSquashedCommitsCountToo() {
    var message =
        CommitMessage.parse(
            "s\n\n* one\n\nCo-authored-by: Bob <b@x.org>\n\n* two\n\nCo-developed-by: C <c@x.org>");

    assertThat(message.trailers())
        .extracting(Participant::kind)
        .containsExactly("co-authored", "co-authored");
    assertThat(message.text()).isEqualTo("* one\n\n\n* two");
  }

  @Test
  void aMessageMayBeEmpty() {
    assertThat(CommitMessage.parse("")).isEqualTo(new CommitMessage("", "", java.util.List.of()));
  }

  @Test
  void nobodyIsNamedByASubject() {
    assertThat(CommitMessage.parse("Reviewed-by: Bob <bob@example.org>").trailers()).isEmpty();
  }

  @Test
  void aTagThatJoinsSeveralDeedsIsEachOfThem() {
    var message =
        CommitMessage.parse(
            """
            s

            Reported-and-tested-by: Bob <b@x.org>
            Reported-bisected-and-acked-by: C <c@x.org>
            Reviewed-and-signed-off-by: D <d@x.org>
            Thanked-by: E <e@x.org>\
            """);

    assertThat(message.trailers())
        .extracting(Participant::kind)
        .containsExactly("reported", "tested", "reported", "acked", "reviewed", "signed-off");
    assertThat(message.text()).isEqualTo("Thanked-by: E <e@x.org>");
  }

  @Test
  void blanksWithinBracketsAreNoPartOfTheAddress() {
    var message = CommitMessage.parse("s\n\nAcked-by: Bob Stone < bob@x.org >");

    assertThat(message.trailers())
        .containsExactly(new Participant("acked", "Bob Stone", "bob@x.org"));
  }

  @Test
  void whoHasTwoAtSignsInTheAddressIsNotNamed() {
    assertThat(CommitMessage.parse("s\n\nCc: Bob <bob@x.org@lists.x.org>").trailers()).isEmpty();
  }

  @Test
  void theHeaderOfAMailIsNoTrailer() {
    String mail = "Date: Mon, 1 Feb 2003\nFrom: Eve <e@x.org>\nCc: Mallory <m@x.org>";

    var message = CommitMessage.parse("s\n\nThis came:\n\n" + mail + "\n\nCc: Bob <b@x.org>");

    assertThat(message.trailers()).containsExactly(new Participant("cc", "Bob", "b@x.org"));
    assertThat(message.text()).contains(mail);
  }

  @Test
  void aTemplateNamesNobody() {
    var message =
        CommitMessage.parse(
            """
            s

            Co-authored-by: NAME <NAME@EXAMPLE.COM>
            Co-authored-by: Ann <your.email@example.com>
            Reviewed-by: Firstname Lastname <first.last@x.org>
            Acked-by: [Your Name] <a@x.org>\
            """);

    assertThat(message.trailers()).isEmpty();
  }

  @Test
  void trailersDirectlyBelowTheSubjectAreNotPartOfIt() {
    var message =
        CommitMessage.parse(
            "Feed the frogs\nand toads\nReviewed-by: Bob <b@x.org>\n\nAcked-by: C <c@x.org>");

    assertThat(message.subject()).isEqualTo("Feed the frogs and toads");
    assertThat(message.trailers()).extracting(Participant::name).containsExactly("Bob", "C");
  }

  @Test
  void aSubjectThatIsATrailerShowsNoAddress() {
    assertThat(CommitMessage.parse("Reviewed-by: Bob <bob@example.org>").subject())
        .isEqualTo("Reviewed-by: Bob");
  }

  @Test
  void aNulEndsNothing() {
    var message =
        CommitMessage.parse("Feed\0 the frogs\n\nEach\0 day.\n\nAcked-by: Bob <b@x.org>\n");

    assertThat(message.subject()).isEqualTo("Feed  the frogs");
    assertThat(message.text()).isEqualTo("Each  day.");
    assertThat(message.trailers()).hasSize(1);
  }
}
