package dev.kith.ingest.git.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit message, taken apart.
 *
 * @param subject its first paragraph, in one line
 * @param text what follows, without the trailers that were understood
 * @param trailers who is named at the beginning of a line below the subject's first, in any
 *     paragraph: squashed commits carry their trailers in the middle
 */
record CommitMessage(String subject, String text, List<Participant> trailers) {
  private static final Pattern TRAILER =
      Pattern.compile("([A-Za-z][A-Za-z-]{1,50})[ \t]*:{1,2}[ \t]*(\\S.*)");
  private static final Pattern PERSON = Pattern.compile("([^<>]*)<[ \t]*([^<>\\s]+)[ \t]*>");
  private static final Pattern SEPARATOR = Pattern.compile("^(?:[\\s,;&]|and\\s)+");

  private static final Pattern PROSE = Pattern.compile("\\p{L}[^:<>]*[^.:<>]:?");
  private static final Pattern GOES_ON = Pattern.compile("\\p{Ll}+[ ,][^:<>]*");

  /** Fields of a mail's header that are no trailers: with one of them, Cc is a field as well. */
  private static final Set<String> HEADER_FIELDS =
      Set.of("from", "to", "subject", "date", "message-id", "received", "reply-to");

  /** Reads a message. A NUL, at which git stops showing one, is a blank here. */
  static CommitMessage parse(String message) {
    List<String> lines = message.replace('\0', ' ').strip().lines().toList();
    int body = 0;
    while (body < lines.size() && !lines.get(body).isBlank()) {
      body++;
    }
    int subject = body;
    while (subject > 1 && !trailers(lines.get(subject - 1)).isEmpty()) {
      subject--;
    }
    List<Participant> trailers = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (List<String> paragraph : paragraphs(lines.subList(subject, lines.size()))) {
      read(paragraph, trailers, text);
    }
    return new CommitMessage(
        subject(lines.subList(0, subject)), String.join("\n", text).strip(), trailers);
  }

  /** A subject that is a trailer names nobody, but an address in it is no part of a title. */
  private static String subject(List<String> lines) {
    String subject = String.join(" ", lines.stream().map(String::strip).toList());
    return trailers(subject).isEmpty()
        ? subject
        : PERSON.matcher(subject).replaceAll("$1").strip().replaceAll("[ \t]{2,}", " ");
  }

  /** Lines up to and with the blank one that follows them. */
  private static List<List<String>> paragraphs(List<String> lines) {
    List<List<String>> paragraphs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank() || i + 1 == lines.size()) {
        paragraphs.add(lines.subList(from, i + 1));
        from = i + 1;
      }
    }
    return paragraphs;
  }

  private static void read(List<String> paragraph, List<Participant> trailers, List<String> text) {
    if (isMailHeader(paragraph)) {
      text.addAll(paragraph);
      return;
    }
    List<String> lines = unfolded(paragraph);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      List<Participant> found = isInsideSentence(lines, i) ? List.of() : trailers(line);
      trailers.addAll(found);
      if (found.isEmpty()) {
        text.add(line);
      }
    }
  }

  /** Whether prose begins before a line and goes on below it in lower case: an example, quoted. */
  private static boolean isInsideSentence(List<String> lines, int line) {
    return line > 0
        && line + 1 < lines.size()
        && PROSE.matcher(lines.get(line - 1)).matches()
        && GOES_ON.matcher(lines.get(line + 1)).matches();
  }

  private static boolean isMailHeader(List<String> paragraph) {
    return paragraph.stream()
        .filter(CommitMessage::hasColon)
        .map(TRAILER::matcher)
        .filter(Matcher::matches)
        .anyMatch(field -> HEADER_FIELDS.contains(field.group(1).toLowerCase(Locale.ROOT)));
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
        && !Participant.kindsOf(trailer.group(1)).isEmpty();
  }

  /** Keeps the pattern away from lines of prose. */
  private static boolean hasColon(String line) {
    return line.indexOf(':') >= 0;
  }

  private static List<Participant> trailers(String line) {
    if (!hasColon(line)) {
      return List.of();
    }
    Matcher trailer = TRAILER.matcher(line);
    List<String> kinds = trailer.matches() ? Participant.kindsOf(trailer.group(1)) : List.of();
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<Participant> found = new ArrayList<>();
    Matcher person = PERSON.matcher(trailer.group(2));
    while (person.find()) {
      String name = unquoted(SEPARATOR.matcher(person.group(1)).replaceFirst("").strip());
      String mail = person.group(2);
      if (!name.isEmpty()
          && CommitIdent.isAddress(mail)
          && !Placeholders.isPlaceholder(name, mail)) {
        kinds.forEach(kind -> found.add(new Participant(kind, name, mail)));
      }
    }
    return found;
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
