package dev.kith.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.request.PageRequest.PageCursor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageCursorTest {
  private final PageCursor cursor =
      new PageCursor(Instant.parse("2026-11-22T12:00:00.123Z"), List.of("3.25", "\"p\\\"1|é\""));

  @Test
  void aCursorComesBackAsItWas() {
    assertThat(PageCursor.decode(cursor.encode("question"), "question")).isEqualTo(cursor);
  }

  @Test
  void aCursorOfAnotherQuestionIsRefused() {
    String written = cursor.encode("question");

    assertThatThrownBy(() -> PageCursor.decode(written, "another"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("same request");
  }

  @Test
  void whateverIsNoCursorIsRefused() {
    for (String text : List.of("x", "%%%", "e30", encoded("[1,2,3]"), encoded("[1,\"\",-5,1]"))) {
      assertThatThrownBy(() -> PageCursor.decode(text, "question"))
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  @Test
  void aSortValueIsOneScalarThatAnIndexCanCompare() {
    for (String value :
        List.of("1 2", "1e999", "-1e400", "", "[1]", "{}", "nul", "\"", "\"\\ud800\"", "1,2")) {
      String written = new PageCursor(cursor.moment(), List.of(value)).encode("question");
      assertThatThrownBy(() -> PageCursor.decode(written, "question"))
          .as(value)
          .isInstanceOf(InvalidParameterException.class);
    }
    for (String value : List.of("1", "-2.5e3", "null", "true", "\"a b\"")) {
      String written = new PageCursor(cursor.moment(), List.of(value)).encode("question");
      assertThat(PageCursor.decode(written, "question").after()).containsExactly(value);
    }
  }

  @Test
  void aCursorThatWasTamperedWithIsReadOrRefusedButNeverBreaksAnything() {
    long seed = Long.getLong("seed", System.nanoTime());
    var chance = new Random(seed);
    byte[] bytes = cursor.encode("question").getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = bytes.clone();
      changed[chance.nextInt(changed.length)] = (byte) (33 + chance.nextInt(94));
      try {
        PageCursor.decode(new String(changed, StandardCharsets.US_ASCII), "question");
      } catch (InvalidParameterException e) {
        assertThat(e.parameter()).isEqualTo("cursor");
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
