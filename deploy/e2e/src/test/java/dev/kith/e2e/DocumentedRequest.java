package dev.kith.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a README shows it: lines after a {@code $}, the last of which calls curl, and below
 * them the response.
 *
 * @param script the lines, for a shell
 * @param firstKey of the JSON object in the response; empty if no response is shown
 */
record DocumentedRequest(String script, String firstKey) {
  private static final String INDENT = "    ";
  private static final String PROMPT = INDENT + "$ ";
  private static final Pattern FIRST_KEY = Pattern.compile(INDENT + "\\{\"(\\w+)\":.*");

  /** Returns the requests of a README in their order. */
  static List<DocumentedRequest> of(Path readme) throws IOException {
    List<DocumentedRequest> requests = new ArrayList<>();
    var script = new StringBuilder();
    for (String line : Files.readAllLines(readme)) {
      if (isWhole(script.toString())) {
        Matcher response = FIRST_KEY.matcher(line);
        requests.add(
            new DocumentedRequest(script.toString(), response.matches() ? response.group(1) : ""));
        script.setLength(0);
      }
      if (line.startsWith(PROMPT)) {
        script.append(line.substring(PROMPT.length())).append('\n');
      } else if (!script.isEmpty()) {
        script.append(line).append('\n');
      }
    }
    return requests;
  }

  /** Returns whether a script calls curl and ends neither within quotes nor with a backslash. */
  private static boolean isWhole(String script) {
    return script.matches("(?s)(.*\n)?curl .*")
        && script.chars().filter(each -> each == '\'').count() % 2 == 0
        && !script.endsWith("\\\n");
  }
}
