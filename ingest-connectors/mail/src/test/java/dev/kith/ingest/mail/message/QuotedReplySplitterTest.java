package dev.kith.ingest.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedReplySplitterTest {
  @Test
  void anAnswerBetweenQuotationsIsOneText() {
    var split =
        QuotedReplySplitter.split(
            """
            On Tue, 5 Mar 2024, Ann Lee wrote:
            > Shall we meet?

            Yes.

            > And where?
            In the park.
            """);

    assertThat(split.text()).isEqualTo("Yes.\n\nIn the park.");
    assertThat(split.quoted())
        .isEqualTo("On Tue, 5 Mar 2024, Ann Lee wrote:\n> Shall we meet?\n> And where?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Tue, 5 Mar 2024, Ann Lee wrote:",
        "On Tue, 5 Mar 2024 at 10:12, Ann Lee\n<ann@example.org> wrote:",
        "Le 5 mars 2024 à 10:12, Ann Lee a écrit :",
        "Le mar. 5 mars 2024 à 10:12,\nAnn Lee <ann@example.org> a écrit :",
        "Am 05.03.2024 um 10:12 schrieb Ann Lee:",
        "El 5 de marzo de 2024, Ann Lee escribió:",
        "Op 5 maart 2024 om 10:12 schreef Ann Lee:",
        "Il giorno 5 marzo 2024 Ann Lee ha scritto:",
        "Em 5 de março de 2024, Ann Lee escreveu:",
        "Ann Lee <ann@example.org> writes:",
        "Ann Lee wrote:",
        "05.03.2024 10:12, Ann Lee пишет:"
      })
  void theIntroductionOfAQuotationIsQuoted(String introduction) {
    var split = QuotedReplySplitter.split("Yes.\n\n" + introduction + "\n> Shall we meet?\n");

    assertThat(split.text()).isEqualTo("Yes.");
    assertThat(split.quoted()).isEqualTo(introduction + "\n> Shall we meet?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Original Message-----\nFrom: Ann\nSent: Monday\nSubject: x\n\nShall we meet?",
        "-----Message d'origine-----\nDe : Ann\nEnvoyé : lundi\nObjet : x\n\nShall we meet?",
        "-----Ursprüngliche Nachricht-----\nVon: Ann\nGesendet: Montag\n\nShall we meet?",
        "---------- Forwarded message ---------\nFrom: Ann\n\nShall we meet?",
        "Begin forwarded message:\n\nFrom: Ann\nDate: Monday\n\nShall we meet?",
        "From: Ann Lee\nSent: Monday\nTo: Bob\nSubject: x\n\nShall we meet?",
        "De : Ann Lee\nEnvoyé : lundi\nÀ : Bob\nObjet : x\n\nShall we meet?",
        "On 5 Mar 2024, at 10:12, Ann Lee <ann@example.org> wrote:\n\nShall we meet?"
      })
  void aWholeMailBelowTheAnswerIsQuoted(String below) {
    var split = QuotedReplySplitter.split("Yes.\n\n" + below);

    assertThat(split.text()).isEqualTo("Yes.");
    assertThat(split.quoted()).isEqualTo(below);
  }

  @Test
  void textBelowAQuotedForwardIsTheAuthors() {
    var split =
        QuotedReplySplitter.split(
            "-----Original Message-----\nFrom: Ann\nDate: Monday\n\n> Shall we meet?\n\nYes, here.");

    assertThat(split.text()).isEqualTo("Yes, here.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nAnn Lee\nRennes",
        "--\nAnn Lee",
        "Sent from my iPhone",
        "Envoyé de mon iPhone",
        "Get Outlook for Android",
        "_______________________________________________\nDev mailing list\nDev@example.org",
        "To unsubscribe from this group, send email to dev+unsubscribe@example.org"
      })
  void closingLinesAreTheSignature(String closing) {
    var split = QuotedReplySplitter.split("Yes.\n\n" + closing + "\n");

    assertThat(split.text()).isEqualTo("Yes.");
    assertThat(split.signature()).isEqualTo(closing);
  }

  @Test
  void aSignatureAboveTheQuotationEndsThere() {
    var split =
        QuotedReplySplitter.split("Yes.\n-- \nBob\n\nOn 5 Mar 2024 Ann wrote:\n> Shall we meet?");

    assertThat(split.text()).isEqualTo("Yes.");
    assertThat(split.signature()).isEqualTo("-- \nBob");
    assertThat(split.quoted()).isEqualTo("On 5 Mar 2024 Ann wrote:\n> Shall we meet?");
  }

  @Test
  void theArmourOfSignedTextIsNoText() {
    var split =
        QuotedReplySplitter.split(
            """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA256

            Yes.
            -----BEGIN PGP SIGNATURE-----

            iQEzBAEB
            -----END PGP SIGNATURE-----
            """);

    assertThat(split.text()).isEqualTo("Yes.");
  }

  @Test
  void proseThatLooksLikeAQuotationStaysText() {
    String prose = "On Monday I wrote a lot.\nFrom: here to there it is far.\nNote: this is mine.";

    assertThat(QuotedReplySplitter.split(prose).text()).isEqualTo(prose);
  }

  @Test
  void aVeryLongLineIsReadInLimitedTime() {
    String line = "On 1 " + "a".repeat(200_000) + " wrote " + "b ".repeat(50_000);

    assertThat(QuotedReplySplitter.split(line).text()).hasSize(line.strip().length());
  }
}
