package dev.kith.ingest.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "plain                                              | plain",
        "=?utf-8?Q?caf=C3=A9?=                              | café",
        "=?UTF-8?b?Y2Fmw6k=?=                               | café",
        "=?utf-8?B?Y2Fmw6k?=                                | café",
        "=?utf-8?B?Y2Fm!!w6k=?=                             | café",
        "=?iso-8859-1?Q?caf=E9_noir?=                       | café noir",
        "=?utf-8?Q?a?= =?utf-8?Q?b?=                        | ab",
        "=?utf-8?Q?a?= and =?utf-8?Q?b?=                    | a and b",
        "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=                 | café",
        "=?utf-8?B?xb0=?= =?UTF8?Q?ofie?=                   | Žofie",
        "=?utf-8?B?xQ==?= =?utf8?B?vQ==?=                   | Ž",
        "=?utf-8?B?8J+Q?= =?utf-8?Q?=B8?=                   | 🐸",
        "=?iso-8859-1?Q?=C5=BDofie_Nov=C3=A1kov=C3=A1?=     | Žofie Nováková",
        "=?windows-1251?B?0J/RgNC40LLQtdGC?=                | Привет",
        "=?utf-8*fr?Q?caf=C3=A9?=                           | café",
        "=?utf-8?Q?two words?=                              | two words",
        "=?utf-8?Q?really??=                                | really?",
        "=?utf-8?Q?cut_off                                  | cut off",
        "=?x-unknown?Q?abc?=                                | abc",
        "=?no-such-charset?Q?caf=C3=A9?=                    | café",
        "=?utf-8?Q?bad=ZZ?=                                 | bad=ZZ",
        "=?utf-8?X?abc?=                                    | =?utf-8?X?abc?=",
        "Re: =?koi8-r?B?8NLJ18XU?=                          | Re: Привет"
      })
  void decodes(String written, String expected) {
    assertThat(EncodedWords.decode(written)).isEqualTo(expected);
  }

  @Test
  void detectsTheCharsetOfAnUnlabelledHeader() {
    assertThat(decoded("Grüße aus Köln", StandardCharsets.UTF_8)).isEqualTo("Grüße aus Köln");
    assertThat(decoded("Grüße aus Köln", StandardCharsets.ISO_8859_1)).isEqualTo("Grüße aus Köln");
    assertThat(decoded("Привет, как дела", Charset.forName("KOI8-R")))
        .isEqualTo("Привет, как дела");
    assertThat(decoded("Привет, как дела", Charset.forName("windows-1251")))
        .isEqualTo("Привет, как дела");
  }

  private static String decoded(String text, Charset charset) {
    return HeaderFields.decodeUnlabelled(
        new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
  }
}
