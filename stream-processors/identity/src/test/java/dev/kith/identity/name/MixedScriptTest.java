package dev.kith.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedScriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0410nn Lee",
        "Ann L\u0435e",
        "Bob \u039Aim",
        "\u0421\u0435\u0440\u0433ei Lee",
        "\u0421\u043E\u0440 Lee",
        "\u0531nn Lee"
      })
  void lettersOfAlphabetsThatLookAlikeAreFound(String name) {
    assertThat(MixedScript.isIn(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee",
        "Béatrice O'Hara-Łuć",
        "Иван Петров",
        "Ivan Петров",
        "Νίκος Papadakis",
        "陈伟 Wei Chen",
        "Anna 김",
        "鈴木ひろし",
        "1. Иван"
      })
  void aNameMayBeInTwoScriptsWordByWord(String name) {
    assertThat(MixedScript.isIn(name)).isFalse();
  }
}
