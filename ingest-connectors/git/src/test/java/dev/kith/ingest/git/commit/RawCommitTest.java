package dev.kith.ingest.git.commit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RawCommitTest {
  @Test
  void authorCommitterAndMessageAreRead() {
    var commit =
        parse(commit("Ann <a@x.org> 10 +0100", "Bob <b@x.org> 20 -0500", "hello\n"), UTF_8);

    assertThat(commit.author())
        .isEqualTo(new CommitIdent("Ann", "a@x.org", Instant.ofEpochSecond(10)));
    assertThat(commit.committer().name()).isEqualTo("Bob");
    assertThat(commit.message().subject()).isEqualTo("hello");
  }

  @Test
  void theEncodingItStatesIsHonoured() {
    var text =
        commit("Jörg <j@x.org> 10 +0000", "Łukasz <l@x.org> 20 +0000\nencoding ISO-8859-2", "żółw");

    var commit = parse(text, Charset.forName("ISO-8859-2"));

    assertThat(commit.author().name()).isEqualTo("Jörg");
    assertThat(commit.committer().name()).isEqualTo("Łukasz");
    assertThat(commit.message().subject()).isEqualTo("żółw");
  }

  @Test
  void anEncodingThatIsWrongOrUnknownIsOvercome() {
    var unknown = commit("Jörg <j@x.org> 1 +0000", "B <b@x.org> 2 +0000\nencoding klingon", "ö");

    assertThat(parse(unknown, UTF_8).author().name()).isEqualTo("Jörg");
    assertThat(parse(unknown, ISO_8859_1).message().subject()).isEqualTo("ö");
  }

  @Test
  void headersInsideASignatureAreNotTaken() {
    var text =
        "tree x\ngpgsig -----BEGIN\n author Eve <e@x.org> 1 +0000\n -----END\n"
            + "author Ann <a@x.org> 10 +0000\ncommitter Bob <b@x.org> 20 +0000\n\nhi";

    assertThat(parse(text, UTF_8).author().name()).isEqualTo("Ann");
  }

  @Test
  void oddAuthorsAreReadAsGitReadsThem() {
    assertThat(CommitIdent.parse("Ann <a@x.org> <b@x.org> 10 +0000"))
        .isEqualTo(new CommitIdent("Ann", "a@x.org", Instant.ofEpochSecond(10)));
    assertThat(CommitIdent.parse("<a@x.org> 10 +0000"))
        .isEqualTo(new CommitIdent("", "a@x.org", Instant.ofEpochSecond(10)));
    assertThat(CommitIdent.parse("Ann <> 10 +0000"))
        .isEqualTo(new CommitIdent("Ann", "", Instant.ofEpochSecond(10)));
    assertThat(CommitIdent.parse("Ann 10 +0000")).isNull();
  }

  @Test
  void timesBeyondTheCalendarEndWithIt() {
    var last = Instant.parse("9999-12-31T23:59:59Z");

    assertThat(at("A <a@x.org> 99999999999999999999 +0000")).isEqualTo(last);
    assertThat(at("A <a@x.org> 999999999999 +0000")).isEqualTo(last);
    assertThat(at("A <a@x.org> -5 +0000")).isEqualTo(Instant.EPOCH);
    assertThat(at("A <a@x.org>")).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatHasNoAuthorIsNoCommit() {
    assertThat(RawCommit.parse(new byte[0])).isEmpty();
    assertThat(RawCommit.parse("tree x\ncommitter B <b@x.org> 1 +0000\n\nhi".getBytes(UTF_8)))
        .isEmpty();
  }

  private static Instant at(String line) {
    return java.util.Objects.requireNonNull(CommitIdent.parse(line)).at();
  }

  private static String commit(String author, String committer, String message) {
    return "tree x\nauthor " + author + "\ncommitter " + committer + "\n\n" + message;
  }

  private static RawCommit parse(String text, Charset charset) {
    return RawCommit.parse(text.getBytes(charset)).orElseThrow();
  }

  @Test
  void ofBracketsWithinBracketsTheInnermostHoldTheAddress() {
    assertThat(CommitIdent.parse("Gil <gg <Gil <gg@x.org>> 5 +0000"))
        .isEqualTo(new CommitIdent("Gil", "gg@x.org", Instant.ofEpochSecond(5)));
    assertThat(CommitIdent.parse("<<ann@x.org>> 5 +0000"))
        .isEqualTo(new CommitIdent("", "ann@x.org", Instant.ofEpochSecond(5)));
    assertThat(CommitIdent.parse("Ann > Lee < ann@x.org > 5 +0000"))
        .isEqualTo(new CommitIdent("Ann > Lee", "ann@x.org", Instant.ofEpochSecond(5)));
  }

  @Test
  void anAddressHasOneAtSignAndAHost() {
    assertThat(CommitIdent.isAddress("ann@example.org")).isTrue();
    for (String none :
        new String[] {"", "ann", "@x.org", "ann@", "a@b@x.org", "ann@laptop.(none)"}) {
      assertThat(CommitIdent.isAddress(none)).as(none).isFalse();
    }
  }
}
