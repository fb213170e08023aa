package dev.kith.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The curl commands of the README for this service, each with the response below it. */
final class Curls {
  private static final Pattern PATH = Pattern.compile("localhost:8080(/[^\\s?']*)");
  private static final Pattern METHOD = Pattern.compile("-X (\\w+)");

  /** A body as JSON, or the variable that holds it; not a parameter such as {@code as=}. */
  private static final Pattern BODY = Pattern.compile("-d ['\"][{\\[$]");

  private static final String PROMPT = "    $ curl ";

  private Curls() {}

  /**
   * One command.
   *
   * @param method of the request
   * @param path of the request
   * @param answered whether a response is below it
   */
  record Curl(String method, String path, boolean answered) {
    boolean asks(Operation operation) {
      String pattern = operation.path().replaceAll("\\{\\w+}", "[^/]+");
      return method.equals(operation.method()) && path.matches(pattern);
    }
  }

  static List<Curl> of(Path readme) {
    List<String> lines = lines(readme);
    var curls = new ArrayList<Curl>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(PROMPT)) {
        var command = new StringBuilder(lines.get(i));
        while (lines.get(i).endsWith("\\")) {
          command.append(lines.get(++i));
        }
        boolean answered = i + 1 < lines.size() && lines.get(i + 1).matches("    [^$\\s].*");
        curls.add(curl(command.toString(), answered));
      }
    }
    return curls;
  }

  private static Curl curl(String command, boolean answered) {
    Matcher path = PATH.matcher(command);
    Matcher method = METHOD.matcher(command);
    boolean sends = BODY.matcher(command).find();
    return new Curl(
        method.find() ? method.group(1) : sends ? "POST" : "GET",
        path.find() ? path.group(1) : "",
        answered);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
