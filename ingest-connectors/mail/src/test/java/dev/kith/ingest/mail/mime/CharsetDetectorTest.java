package dev.kith.ingest.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetDetectorTest {
  @ParameterizedTest
  @CsvSource({
    "Żółw śpi, iso-8859-2",
    "żaba, iso-8859-2",
    "Łódź, windows-1250",
    "Žofie, windows-1252",
    "für Anna, windows-1251",
    "Привет, koi8-r",
    "Привет, windows-1251",
    "Γειά σου, iso-8859-7",
    "25 € – billig, iso-8859-15",
    "🐸, iso-8859-1",
    "蛙の歌, gb2312",
    "蛙の歌, shift_jis",
    "Žáby, utf-16",
    "Été, x-mac-roman",
    "Été, us-ascii",
    "kΩ, iso-8859-1"
  })
  void wellFormedUtf8IsUtf8WhateverIsDeclared(String text, String declared) {
    assertThat(CharsetDetector.decode(text.getBytes(StandardCharsets.UTF_8), declared))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "łąka, iso-8859-2",
    "STÓŁ, iso-8859-2",
    "PÓŁ, windows-1250",
    "Её, windows-1251",
    "Привет, koi8-r",
    "Ёлка, windows-1251",
    "Grüße, iso-8859-1",
    "ÃŒ Æ, iso-8859-1",
    "ΕΛΛΑΔΑ, iso-8859-7",
    "中文字, gb2312",
    "カエル, shift_jis",
    "カエル, iso-2022-jp",
    "Žáby, utf-16",
    "Été, x-macroman"
  })
  void textThatIsNotUtf8IsDecodedAsDeclared(String text, String declared) {
    byte[] bytes = text.getBytes(CharsetDetector.charset(declared).orElseThrow());

    assertThat(CharsetDetector.decode(bytes, declared)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "„Žába“, windows-1250, iso-8859-2",
    "“Été” – Œuvre, windows-1252, iso-8859-15",
    "İstanbul’da, windows-1254, iso-8859-9"
  })
  void aWindowsCharsetDeclaredAsAStandardOneIsDetected(
      String text, String written, String declared) {
    assertThat(CharsetDetector.decode(text.getBytes(Charset.forName(written)), declared))
        .isEqualTo(text);
  }
}
