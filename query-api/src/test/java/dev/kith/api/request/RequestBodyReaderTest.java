package dev.kith.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.error.InvalidParameterException;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.validation.validator.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bodies that are accepted, and the fields that errors name. */
class RequestBodyReaderTest {
  private final RequestBodyReader reader = new RequestBodyReader(Validator.getInstance());

  @Introspected
  record Note(
      @NotBlank(message = "a title") @Size(max = 5, message = "a title of 5 characters") String title,
      @Nullable List<String> tags) {}

  private void refused(String body, String parameter, String message) {
    assertThatThrownBy(() -> reader.readAll(body, Note.class, 2))
        .as(body)
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            wrong -> assertThat(wrong.parameter()).as(body).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  @Test
  void oneObjectOrAnArrayOfThemIsRead() {
    var one = new Note("one", null);

    assertThat(reader.read("{\"title\":\"one\"}", Note.class)).isEqualTo(one);
    assertThat(reader.readAll("{\"title\":\"one\"}", Note.class, 2)).containsExactly(one);
    assertThat(
            reader.readAll(
                "[{\"title\":\"one\"},{\"title\":\"two\",\"tags\":[\"x\"]}]", Note.class, 2))
        .containsExactly(one, new Note("two", List.of("x")));
  }

  @Test
  void anErrorNamesTheFieldAndTheElement() {
    refused("{}", "title", "expected a title, found nothing");
    refused("{\"title\":\" \"}", "title", "expected a title, found \" \"");
    refused("{\"title\":\"longer\"}", "title", "5 characters");
    refused("{\"title\":5}", "title", "expected a text");
    refused("{\"title\":\"a\",\"more\":1}", "more", "there are title, tags");
    refused("{\"title\":\"a\",\"tags\":{}}", "tags[0]", "expected a text");
    refused("{\"title\":\"a\",\"tags\":[null]}", "tags[0]", "expected");
    refused("[{\"title\":\"a\"},{}]", "[1].title", "found nothing");
    refused("[{\"title\":\"a\"},{\"title\":\"a\",\"more\":1}]", "[1].more", "is no field");
  }

  @Test
  void aBodyThatIsNoObjectIsRefusedAsAWhole() {
    for (String body : List.of("[]", "null", "5", "\"a\"", "[null]", "[{\"title\":\"a\"},5]")) {
      assertThatThrownBy(() -> reader.readAll(body, Note.class, 2))
          .as(body)
          .isInstanceOf(InvalidParameterException.class);
    }
    refused("[]", "body", "an array of 1 to 2");
    refused(
        "[{\"title\":\"a\"},{\"title\":\"b\"},{\"title\":\"c\"}]", "body", "an array of 1 to 2");
    refused("{\"title\":", "body", "line 1, column 10");
    refused("{\"title\":\"a\"} x", "body", "line 1");
    refused("{\"" + "x".repeat(60_000) + "\":1}", "body", "usual limits");
    assertThatThrownBy(() -> reader.read("[{\"title\":\"a\"}]", Note.class))
        .isInstanceOf(InvalidParameterException.class);
  }
}
