package dev.kith.api.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.api.web.WrongParameter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page of an answer begins. It freezes the moment of the question, so that strengths
 * do not move while somebody turns pages, and it belongs to one question only.
 *
 * @param moment of the question
 * @param after the sort values of the last hit, as JSON
 */
public record Cursor(Instant moment, List<String> after) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 20_000;
  private static final int HEAD = 3;
  private static final int MOST_VALUES = 4;

  /** Keeps its own copy. */
  public Cursor {
    after = List.copyOf(after);
  }

  /** As it travels, for the question it belongs to. */
  public String written(String question) {
    var parts = JSON.createArrayNode().add(1).add(fingerprint(question)).add(moment.toEpochMilli());
    after.forEach(parts::add);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws WrongParameter if it is none, or that of another question
   */
  public static Cursor read(String written, String question) {
    if (written.length() > LONGEST) {
      throw refused();
    }
    try {
      return of(JSON.readTree(Base64.getUrlDecoder().decode(written)), question);
    } catch (IllegalArgumentException | java.io.IOException e) {
      throw refused();
    }
  }

  private static Cursor of(JsonNode parts, String question) throws JsonProcessingException {
    boolean right =
        parts != null
            && parts.isArray()
            && parts.size() > HEAD
            && parts.size() <= HEAD + MOST_VALUES
            && parts.path(0).asInt() == 1
            && parts.path(1).asText().equals(fingerprint(question))
            && parts.path(2).isIntegralNumber();
    if (!right) {
      throw refused();
    }
    var after = new ArrayList<String>();
    for (int i = HEAD; i < parts.size(); i++) {
      after.add(sortValue(parts.get(i).asText()));
    }
    return new Cursor(moment(parts.get(2).asLong()), after);
  }

  private static Instant moment(long millis) {
    if (millis < 0 || millis > 4_102_444_800_000L) {
      throw refused();
    }
    return Instant.ofEpochMilli(millis);
  }

  private static String sortValue(String json) throws JsonProcessingException {
    if (!JSON.readTree(json).isValueNode()) {
      throw refused();
    }
    return json;
  }

  private static String fingerprint(String question) {
    return Integer.toHexString(question.hashCode());
  }

  private static WrongParameter refused() {
    return WrongParameter.because(
        "cursor", "expected the value of next in the page before, for the same question");
  }
}
