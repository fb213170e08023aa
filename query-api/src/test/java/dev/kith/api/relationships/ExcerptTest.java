package dev.kith.api.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "All planted. Who waters them in July? I cannot.|Who waters them in July?",
        "Bonjour ! Tu viens demain ? À bientôt|Tu viens demain ?",
        "Is version 2.1 out (or 2.2)? Thanks|Is version 2.1 out (or 2.2)?",
        "See https://example.org/a?b=c and tell me: do you agree?!|See https://example.org/a?b=c and tell me: do you agree?",
        "水をやりますか？はい|水をやりますか？"
      })
  void theQuestionInATextIsFound(String text, String question) {
    assertThat(Excerpt.question(text)).contains(question);
  }

  /** In these texts a slash is a line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nobody has opened the register since March. Would the council send us the data if we/offered to clean it?/Ann|Would the council send us the data if we offered to clean it?",
        "The import of Friday has failed again, as you have seen. Could one of you have a look/before we ship it?|Could one of you have a look before we ship it?",
        "Bonjour Ann,/peux-tu relire le passage sur les orchidées avant/jeudi ? Merci|peux-tu relire le passage sur les orchidées avant jeudi ?",
        "Hi/How are you?|How are you?",
        "Dear all,//New dates:/- Monday/- Tuesday, or would Wednesday suit you better than/both?|- Tuesday, or would Wednesday suit you better than both?",
        "Title without a full stop//Does this work?|Does this work?",
        "Kannst du am Samstag um neun Uhr/zur Mühle kommen?|Kannst du am Samstag um neun Uhr zur Mühle kommen?"
      })
  void aQuestionGoesOnWhereAMailProgramBrokeTheLine(String text, String question) {
    assertThat(Excerpt.question(text.replace('/', '\n'))).contains(question);
    assertThat(Excerpt.question(text.replace("/", "\r\n"))).contains(question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "No question.", "https://example.org/?q=1", "??", "a?b", "5?"})
  void whatAsksNothingIsNoQuestion(String text) {
    assertThat(Excerpt.question(text)).isEmpty();
  }

  @Test
  void aLongTextIsCutBetweenWordsAndNeverInsideACharacter() {
    assertThat(Excerpt.of("word ".repeat(100))).endsWith("word…").hasSizeLessThanOrEqualTo(241);
    assertThat(Excerpt.of("🌳".repeat(300))).isEqualTo("🌳".repeat(240) + "…");
    assertThat(Excerpt.of("  short \n text ")).isEqualTo("short text");
  }
}
