package dev.kith.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.Hits;
import dev.kith.api.query.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requested page of a response.
 *
 * @param query all parameters that stay the same on every page, as text
 * @param moment of the request; the same for all its pages
 * @param size most hits
 * @param after the position at which the page begins; empty for the first
 * @param first time at which the first page was requested
 */
public record PageRequest(
    String query, Moment moment, int size, List<String> after, Instant first) {
  /** A page of an answer about the moment of the request. */
  public PageRequest(String query, Moment moment, int size, List<String> after) {
    this(query, moment, size, after, moment.now());
  }

  /** The same page as of a past day. */
  public PageRequest at(LocalDate day) {
    return new PageRequest(query, moment.at(day), size, after, first);
  }

  /** The cursor of the page after these hits; null if there is none. */
  public @Nullable String next(Hits<?> hits) {
    return hits.hasMore() && !hits.hits().isEmpty() ? next(hits.hits().getLast().sort()) : null;
  }

  /** The cursor of the page after these sort values. */
  public String next(List<String> last) {
    return new PageCursor(first, last).encode(query);
  }

  /**
   * The position of the next page of a response. It contains the moment of the request, so that
   * strengths do not change from page to page, and it is valid for one request only.
   *
   * @param moment of the request
   * @param after the sort values of the last hit, as JSON
   */
  public record PageCursor(Instant moment, List<String> after) {
    private static final ObjectMapper JSON =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final int LONGEST = 20_000;
    private static final int HEAD = 3;
    private static final int MAX_VALUES = 4;

    /** Encodes it for the request it belongs to. */
    public String encode(String request) {
      var parts =
          JSON.createArrayNode().add(1).add(fingerprint(request)).add(moment.toEpochMilli());
      after.forEach(parts::add);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(parts.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes the result of {@link #encode}.
     *
     * @throws InvalidParameterException if the text is no cursor, or that of another request
     */
    public static PageCursor decode(String written, String request) {
      if (written.length() > LONGEST) {
        throw InvalidParameterException.cursor();
      }
      try {
        return of(JSON.readTree(Base64.getUrlDecoder().decode(written)), request);
      } catch (IllegalArgumentException | IOException e) {
        throw InvalidParameterException.cursor();
      }
    }

    private static PageCursor of(JsonNode parts, String request) throws JsonProcessingException {
      boolean right =
          parts != null
              && parts.isArray()
              && parts.size() > HEAD
              && parts.size() <= HEAD + MAX_VALUES
              && parts.path(0).asInt() == 1
              && parts.path(1).asText().equals(fingerprint(request))
              && parts.path(2).isIntegralNumber();
      if (!right) {
        throw InvalidParameterException.cursor();
      }
      var after = new ArrayList<String>();
      for (int i = HEAD; i < parts.size(); i++) {
        after.add(sortValue(parts.get(i).asText()));
      }
      return new PageCursor(moment(parts.get(2).asLong()), after);
    }

    private static Instant moment(long millis) {
      if (millis < 0 || millis > 4_102_444_800_000L) {
        throw InvalidParameterException.cursor();
      }
      return Instant.ofEpochMilli(millis);
    }

    /** A JSON scalar: a string, a boolean, null, or a number within the range of a double. */
    private static String sortValue(String json) throws JsonProcessingException {
      JsonNode value = JSON.readTree(json);
      boolean right =
          switch (value.getNodeType()) {
            case STRING -> StandardCharsets.UTF_8.newEncoder().canEncode(value.textValue());
            case NUMBER -> Double.isFinite(value.doubleValue());
            case BOOLEAN, NULL -> true;
            default -> false;
          };
      if (!right) {
        throw InvalidParameterException.cursor();
      }
      return json.strip();
    }

    private static String fingerprint(String request) {
      return Integer.toHexString(request.hashCode());
    }
  }
}
