package dev.kith.e2e;

import java.io.IOException;
import java.util.List;

/**
 * Everything that the API exports, sorted, as of a fixed moment.
 *
 * @param people one line of JSON per person
 * @param relationships one line of JSON per relationship
 * @param activities one line of JSON per activity
 */
public record ApiExport(List<String> people, List<String> relationships, List<String> activities) {

  private static final String AT = "2026-11-01";

  public static ApiExport of(RunningKith kith) throws IOException, InterruptedException {
    return of(kith, AT);
  }

  /**
   * Everything as of a moment.
   *
   * @param at a day, or a moment in the past
   */
  public static ApiExport of(RunningKith kith, String at) throws IOException, InterruptedException {
    return new ApiExport(
        lines(kith, "/api/export/people"),
        lines(kith, "/api/export/relationships?at=" + at),
        lines(kith, "/api/export/activities"));
  }

  private static List<String> lines(RunningKith kith, String path)
      throws IOException, InterruptedException {
    var answer = kith.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body().lines().sorted().toList();
  }
}
