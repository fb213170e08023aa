package dev.kith.ingest.mail.mbox;

import dev.kith.ingest.mail.message.MailEnvelope;
import dev.kith.ingest.mail.mime.DateParser;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that may separate messages in an mbox: {@code From sender date}. Prose may begin with the
 * same word, so the form of the line decides how certain the header below it must be.
 *
 * @param sender as written, or null
 * @param at when it was delivered, or null if the line has no date
 * @param form how much the line looks like a separator
 */
record FromLine(@Nullable String sender, @Nullable Instant at, Form form) {
  /** What follows {@code From } in the line. */
  enum Form {
    /** A sender and a date as mail programs write it, and nothing after that. */
    EXACT,
    /** As {@code git format-patch} writes it. */
    GIT,
    /** A date somewhere. */
    DATED,
    /** An address, a dash or nothing. */
    BARE,
    /** One word and something with a digit, such as a date of an unknown form. */
    OTHER
  }

  private static final Pattern DATED =
      Pattern.compile(
          "^From (.*?)\\s*\\b((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+.*\\d:\\d\\d.*)$");
  private static final String TIME = "\\d{1,2}:\\d\\d(?::\\d\\d)?";
  private static final String ZONE = "(?:\\s+(?:[A-Z]{0,5}[+-]\\d{4}|[A-Z]{1,5}|\\([^()]*\\)))*";
  private static final Pattern EXACT_DATE =
      Pattern.compile(
          "^[A-Z][a-z]{2},?\\s+(?:[A-Z][a-z]{2}\\s+\\d{1,2}\\s+"
              + TIME
              + ZONE
              + "\\s+\\d{4}|\\d{1,2}[ -][A-Z][a-z]{2}[ -]\\d{2,4}\\s+"
              + TIME
              + ")"
              + ZONE
              + "(?:\\s+remote from \\S+)?\\s*$");
  private static final Pattern ONE_SENDER =
      Pattern.compile("|\\S+|\\S+ (?:at|AT|\\(at\\)) \\S+|\".*\"\\S*|\\S+ (?:\\S+ )?\\S+ ");
  private static final Pattern BARE = Pattern.compile("^From ?(|-|[^\\s:]+@\\S+)\\s*$");
  private static final Pattern OTHER = Pattern.compile("^From (\\S+)\\s+(?=.*\\d).*[^\\s:;,.?!]$");
  private static final Pattern GIT =
      Pattern.compile("^From [0-9a-f]{7,64} Mon Sep 17 00:00:00 2001\\s*$");

  /** Parses a line that begins with {@code From }; empty if it is certainly prose. */
  static Optional<FromLine> parse(String line) {
    if (GIT.matcher(line).matches()) {
      return Optional.of(new FromLine(null, null, Form.GIT));
    }
    return dated(line)
        .or(() -> undated(BARE, line, Form.BARE))
        .or(() -> undated(OTHER, line, Form.OTHER));
  }

  private static Optional<FromLine> dated(String line) {
    Matcher dated = DATED.matcher(line);
    if (!dated.find() || !ONE_SENDER.matcher(senderWithGap(dated)).matches()) {
      return Optional.empty();
    }
    String sender = dated.group(1);
    boolean exact = !sender.isEmpty() && EXACT_DATE.matcher(dated.group(2)).matches();
    return DateParser.parse(dated.group(2))
        .map(at -> new FromLine(sender, at, exact ? Form.EXACT : Form.DATED));
  }

  private static Optional<FromLine> undated(Pattern pattern, String line, Form form) {
    Matcher undated = pattern.matcher(line);
    return undated.matches()
        ? Optional.of(new FromLine(undated.group(1), null, form))
        : Optional.empty();
  }

  /** A sender of several words counts only if two spaces separate it from the date. */
  private static String senderWithGap(Matcher dated) {
    boolean gap = dated.start(2) - dated.end(1) > 1;
    return dated.group(1) + (gap && dated.group(1).indexOf(' ') > 0 ? " " : "");
  }

  boolean isFromGit() {
    return form == Form.GIT;
  }

  MailEnvelope envelope() {
    return new MailEnvelope(sender, at);
  }
}
