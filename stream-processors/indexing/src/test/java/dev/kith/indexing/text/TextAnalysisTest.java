package dev.kith.indexing.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalysisTest {
  private static TextAnalysis gist(String title, String text) {
    return TextAnalysis.of(Optional.empty(), title, text, Set.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|We have planted the first trees, and now they need water in summer.",
        "fr|Nous avons planté les premiers arbres et ils ont besoin d’eau en été.",
        "de|Wir haben die ersten Bäume gepflanzt, und jetzt brauchen sie Wasser.",
        "es|Hemos plantado los primeros árboles y ahora necesitan agua en el verano.",
        "it|Abbiamo piantato i primi alberi e adesso hanno bisogno di acqua nella estate.",
        "pt|Não temos mais água para as árvores que foram plantadas no jardim.",
        "nl|We hebben de eerste bomen geplant en die hebben nu veel water nodig.",
        "ru|Мы посадили первые деревья, и теперь им нужна вода, потому что лето.",
        "el|Φυτέψαμε τα πρώτα δέντρα",
        "ja|さくらのきを うえました みずを ください",
        "ko|우리는 나무를 심었습니다",
        "he|שתלנו את העצים הראשונים"
      })
  void theLanguageIsToldByTheSmallWordsOrTheScript(String language, String text) {
    assertThat(gist("", text).language()).contains(language);
  }

  @Test
  void inDoubtNoLanguageIsNamed() {
    assertThat(gist("OK", "Kafka 4.3").language()).isEmpty();
    assertThat(gist("", "").language()).isEmpty();
  }

  @Test
  void theLanguageThatTheNetworkStatesCounts() {
    assertThat(TextAnalysis.of(Optional.of("fr"), "", "the cat and the dog", Set.of()).language())
        .contains("fr");
  }

  @Test
  void whatComesAgainAndStandsInTheTitleTellsWhatItIsAbout() {
    var gist =
        gist(
            "Rain gardens in Rennes",
            """
            Hello Ann,

            the council wants three rain gardens near the school. A rain garden takes the water
            of the roof, and the soil does the rest. Could you ask Ida about the soil?

            Thanks,
            Bob
            """);

    assertThat(gist.phrases()).startsWith("rain gardens").contains("rennes", "soil");
    assertThat(gist.phrases()).doesNotContain("hello ann", "thanks", "bob", "ann");
    assertThat(gist.language()).contains("en");
  }

  @Test
  void aShortPostHasPhrasesTooInItsOwnLanguage() {
    assertThat(gist("", "Les haies et les jardins partagés du quartier").phrases())
        .containsExactlyInAnyOrder("jardins partagés", "haies", "quartier");
    assertThat(gist("", "L’équipe étudie la biodiversité").phrases())
        .contains("biodiversité")
        .doesNotContain("l’équipe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nearly ten percent of the sensors fail exactly twice|sensors",
        "Le marché est ouvert sauf dimanche, presque exactement comme avant|marché",
        "Genau zwei Brücken fehlen, außer vielleicht im Norden|brücken"
      })
  void wordsOfDegreeAndNumberAreNoSubject(String text, String subject) {
    assertThat(gist("", text).phrases())
        .anyMatch(phrase -> phrase.contains(subject))
        .noneMatch(
            phrase ->
                phrase.matches(
                    ".*\\b(nearly|ten|percent|exactly|twice|sauf|presque|genau|zwei|außer)\\b.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gaëlle Le Goff", "Hamza El Idrissi", "Anna von der Heide", "José Ángel"})
  void whoSignsIsNoSubject(String name) {
    var phrases =
        gist("", "The otters are back at the lock. Otters eat fish.\n\n" + name).phrases();

    assertThat(phrases).contains("otters");
    assertThat(String.join(" ", phrases))
        .doesNotContainIgnoringCase(name.substring(0, name.indexOf(' ')));
  }

  @Test
  void whomOneWritesToIsNotWhatOneWritesAbout() {
    Set<String> names =
        AccountNameWords.of(
            List.of(
                "email:gaelle.legoff@example.org",
                "git:Bob Lee <b@example.org>",
                "email:kafka@example.org",
                "fediverse:otter@example.org"));

    assertThat(names).containsExactlyInAnyOrder("gaelle", "legoff", "bob", "lee");
    var text = "Yesterday Gaëlle and Bob saw the Otter; Gaëlle says that Kafka is slow.";
    assertThat(TextAnalysis.of(Optional.empty(), "", text, names).phrases())
        .contains("otter", "kafka")
        .doesNotContain("gaëlle", "bob");
  }

  @Test
  void oneAndSeveralOfAThingAreOneThing() {
    assertThat(gist("", "A hedge here, many hedges there.").phrases()).containsExactly("hedge");
  }

  @Test
  void codeLinksAddressesAndTrailersAreNoProse() {
    var gist =
        gist(
            "net/ixgbe: fix crash in descriptor setup",
            """
            The ring was freed twice. See https://example.org/bug/1 and lib/ring.c:12.

            +  if (ring == NULL) return;
            > somebody quoted descriptors

            Signed-off-by: Ann Lee <ann@example.org>
            """);

    assertThat(String.join(" ", gist.phrases()))
        .contains("descriptor setup", "crash")
        .doesNotContain("null", "signed", "example", "lib", "quoted", "ixgbe");
  }

  @Test
  void namesAndAcronymsInsideASentenceCountMore() {
    assertThat(gist("", "Yesterday we met people of Greenpeace at the office.").phrases())
        .startsWith("greenpeace");
  }

  @Test
  void aLongTextOfWordsThatNeverComeAgainHasNoPhrases() {
    var text = new StringBuilder("these");
    for (int i = 0; i < 60; i++) {
      text.append(" are ")
          .append((char) ('a' + i / 26))
          .append((char) ('a' + i % 26))
          .append("zuk");
    }

    assertThat(gist("", text.toString()).phrases()).isEmpty();
  }

  @Test
  void anyTextHasAtMostFiveShortPhrasesTheSameEachTime() {
    long seed = 20_261_122;
    var random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String text = anything(random);
      var gist = gist(anything(random), text);

      assertThat(gist.phrases()).as("seed %s, text %s", seed, i).hasSizeLessThanOrEqualTo(5);
      assertThat(gist.phrases()).allMatch(phrase -> phrase.length() <= 92 && !phrase.isBlank());
      assertThat(gist.phrases()).doesNotHaveDuplicates();
    }
  }

  private static String anything(Random random) {
    var parts =
        List.of(
            "Rain", "garden ", " the ", "\n", "\n\n", "’", "'s", "- ", "(", "\u0000", "é", "\uD83D",
            "\uDE00", "漢字", " ", " 12 ", "a/b", "x=y;", "ΑΣ", "İ", "ß", "​", "\t", ": ", "…");
    var text = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }
}
