package dev.kith.ingest.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scans lines to detect whether the header of a message is there. Lines that belong to no field
 * (blank, folded, without a colon) may precede it.
 */
public final class HeaderDetector {
  private static final int MAX_LINES = 80;
  private static final int MAX_BEFORE = 8;
  private static final int MAX_LINE_LENGTH = 64 * 1024;
  private static final int SHOWN = 500;
  private static final Pattern FIELD =
      Pattern.compile("^([!-9;-~]{1,100})[ \\t]*:.*", Pattern.DOTALL);
  private static final Pattern KNOWN =
      Pattern.compile(
          "from|to|cc|bcc|date|subject|sender|reply-to|message-id|in-reply-to|references|received"
              + "|return-path|delivered-to|delivery-date|envelope-to|mime-version|content-[\\w-]+"
              + "|status|organi[sz]ation|precedence|errors-to|user-agent|authentication-results"
              + "|dkim-signature|domainkey-signature|arc-[\\w-]+|list-[\\w-]+|resent-[\\w-]+"
              + "|mailing-list|x-[\\w-]+");
  private static final Set<String> ORIGIN =
      Set.of("from sender return-path received delivered-to date message-id".split(" ", -1));

  private final LookaheadBuffer window;
  private final Set<String> known = new HashSet<>();
  private int at;
  private int fields;
  private int before;
  private int stray;
  private int start = -1;
  private boolean blankFirst;
  private boolean firstIsField;
  private String first = "";

  private HeaderDetector(LookaheadBuffer window, int at) {
    this.window = window;
    this.at = at;
  }

  /** Scans the lines from {@code at} on. */
  public static HeaderDetector of(LookaheadBuffer window, int at) {
    var probe = new HeaderDetector(window, at);
    probe.scan();
    return probe;
  }

  /** Whether the line at {@code at} is a header field that mail usually has. */
  public static boolean isKnownField(LookaheadBuffer window, int at) {
    Matcher field = FIELD.matcher(line(window, at));
    return field.matches() && isKnown(field.group(1));
  }

  /** Whether the line at {@code at} is a header field. */
  public static boolean isField(LookaheadBuffer window, int at) {
    return FIELD.matcher(line(window, at)).matches();
  }

  private static boolean isKnown(String name) {
    return KNOWN.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** The beginning of a line, one character per byte, without its line end. */
  public static String line(LookaheadBuffer window, int at) {
    if (!window.has(at)) {
      return "";
    }
    int end = window.lineEnd(at, at + SHOWN);
    return new String(window.copy(at, end), StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private void scan() {
    first = line(window, at);
    for (int i = 0; i < MAX_LINES && before <= MAX_BEFORE && window.has(at); i++) {
      if (isLineBreak()) {
        if (start >= 0) {
          return;
        }
        blankFirst = true;
        before++;
      } else if (!count(line(window, at))) {
        return;
      }
      at = window.lineEnd(at, at + MAX_LINE_LENGTH);
    }
  }

  /** Counts a line; returns whether to continue. */
  private boolean count(String line) {
    Matcher field = FIELD.matcher(line);
    if (field.matches()) {
      start = start < 0 ? at : start;
      firstIsField |= before == 0;
      fields++;
      if (isKnown(field.group(1))) {
        known.add(field.group(1).toLowerCase(Locale.ROOT));
      }
    } else if (start < 0) {
      before++;
      return !(blankFirst && line.startsWith("From "));
    } else if (!line.isEmpty() && window.at(at) != ' ' && window.at(at) != '\t') {
      stray++;
    }
    return true;
  }

  private boolean isLineBreak() {
    int i = at;
    while (window.has(i) && window.at(i) == '\r') {
      i++;
    }
    return window.has(i) && window.at(i) == '\n';
  }

  /** Where the first field begins; only defined if {@link #isHeader}. */
  public int start() {
    return start;
  }

  /** Whether there is a header field, whatever precedes it. */
  public boolean isHeader() {
    return firstIsField || (blankFirst ? isCertain() : !known.isEmpty());
  }

  /** Whether there is a field that mail usually has, or several of whatever name. */
  public boolean isLikely() {
    return isHeader() && (!known.isEmpty() || fields > 1);
  }

  /** Whether there is hardly anything but fields. */
  public boolean isClean() {
    return fields > 0 && stray * 3 <= known.size();
  }

  /** Whether it is certainly the header of a message. */
  public boolean isCertain() {
    return isClean() && known.size() > 1 && known.stream().anyMatch(ORIGIN::contains);
  }

  /** Whether the first line is made of words. */
  public boolean isProse() {
    return !isHeader() && first.chars().anyMatch(c -> Character.isLetter(c) || c > 0x7F);
  }
}
