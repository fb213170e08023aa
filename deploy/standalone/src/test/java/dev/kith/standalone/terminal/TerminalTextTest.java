package dev.kith.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u202Eb", "a\u001Bb", "a\u0007b", "a\u2066b\u2069", "a\u009Bb", "a\u2028b"})
  void whatSteersATerminalIsLeftOut(String text) {
    assertThat(TerminalText.printable(text)).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gaëlle", "東京", "😀", "क्\u200Dष", "שלום"})
  void lettersOfEveryScriptStay(String text) {
    assertThat(TerminalText.printable(text)).isEqualTo(text);
  }

  @Test
  void noLineOfUpSteersATerminal() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TerminalDisplay screen =
        new TerminalDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

    screen.show(List.of("mail-\u202Exobni"));
    screen.say("needs somebody: \u001B]0;title\u0007");

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("mail-xobni%nneeds somebody: ]0;title%n".formatted());
  }
}
