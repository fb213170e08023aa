package dev.kith.api.changes;

import static java.util.stream.Collectors.joining;

import dev.kith.api.error.InvalidParameterException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Offsets of all partitions of a topic; the id of an event, from which a stream can be resumed.
 *
 * @param next the offset to read next, by partition
 */
public record TopicOffsets(Map<Integer, Long> next) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,5}-\\d{1,18})(\\.\\d{1,5}-\\d{1,18}){0,999}");

  /** As event ids write it: {@code 0-8121.1-7733}. */
  public String written() {
    return new TreeMap<>(next)
        .entrySet().stream()
            .map(each -> each.getKey() + "-" + each.getValue())
            .collect(joining("."));
  }

  /**
   * Parses what {@link #written} returns.
   *
   * @param parameter name of the parameter, for errors
   */
  public static TopicOffsets read(String parameter, String written) {
    if (!WRITTEN.matcher(written).matches()) {
      throw InvalidParameterException.because(
          parameter, "expected the id of an event of this stream");
    }
    Map<Integer, Long> next = new TreeMap<>();
    for (String each : written.split("\\.", -1)) {
      int dash = each.indexOf('-');
      next.put(Integer.valueOf(each.substring(0, dash)), Long.valueOf(each.substring(dash + 1)));
    }
    return new TopicOffsets(next);
  }
}
