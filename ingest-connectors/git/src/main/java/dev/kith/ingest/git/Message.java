package dev.kith.ingest.git;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit message, taken apart.
 *
 * @param subject its first paragraph, in one line
 * @param text what follows, without the trailers that were understood
 * @param trailers who is named at which line's beginning, anywhere below the subject: squashed
 *     commits carry their trailers in the middle
 */
record Message(String subject, String text, List<Trailer> trailers) {
  private static final Pattern TRAILER = Pattern.compile("([A-Za-z][A-Za-z-]{1,30}):[ \t]*(\\S.*)");
  private static final Pattern PERSON = Pattern.compile("([^<>]*)<([^<>\\s]+)>");
  private static final Pattern SEPARATOR = Pattern.compile("^(?:[\\s,;&]|and\\s)+");

  static Message parse(String message) {
    List<String> lines = message.strip().lines().toList();
    int body = 0;
    while (body < lines.size() && !lines.get(body).isBlank()) {
      body++;
    }
    String subject = String.join(" ", lines.subList(0, body).stream().map(String::strip).toList());
    List<Trailer> trailers = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (String line : unfolded(lines.subList(body, lines.size()))) {
      List<Trailer> found = trailers(line);
      trailers.addAll(found);
      if (found.isEmpty()) {
        text.add(line);
      }
    }
    return new Message(subject, String.join("\n", text).strip(), trailers);
  }

  /** Joins a trailer whose person stands on an indented line of its own. */
  private static List<String> unfolded(List<String> lines) {
    List<String> unfolded = new ArrayList<>();
    for (String line : lines) {
      if (!unfolded.isEmpty()
          && (line.startsWith(" ") || line.startsWith("\t"))
          && isOpenTrailer(unfolded.getLast())) {
        unfolded.add(unfolded.removeLast() + " " + line.strip());
      } else {
        unfolded.add(line);
      }
    }
    return unfolded;
  }

  private static boolean isOpenTrailer(String line) {
    Matcher trailer = TRAILER.matcher(line);
    return trailer.matches()
        && line.indexOf('>') < 0
        && !Trailer.kindOf(trailer.group(1)).isEmpty();
  }

  private static List<Trailer> trailers(String line) {
    Matcher trailer = TRAILER.matcher(line);
    String kind = trailer.matches() ? Trailer.kindOf(trailer.group(1)) : "";
    if (kind.isEmpty()) {
      return List.of();
    }
    List<Trailer> found = new ArrayList<>();
    Matcher person = PERSON.matcher(trailer.group(2));
    while (person.find()) {
      String name = SEPARATOR.matcher(person.group(1)).replaceFirst("").strip();
      if (!name.isEmpty() && person.group(2).indexOf('@') > 0) {
        found.add(new Trailer(kind, unquoted(name), person.group(2)));
      }
    }
    return found;
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
