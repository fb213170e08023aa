package dev.kith.ingest.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that separates messages in an mbox: {@code From sender date}. Prose that begins with the
 * same word is told apart by the date.
 *
 * @param sender as written, or null
 * @param at when it was delivered, or null if the line has no date
 * @param fromGit whether {@code git format-patch} wrote it
 */
record FromLine(@Nullable String sender, @Nullable Instant at, boolean fromGit) {
  private static final Pattern DATED =
      Pattern.compile(
          "^From (.*?)\\s*\\b((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+.*\\d:\\d\\d.*)$");
  private static final Pattern ONE_SENDER =
      Pattern.compile("|\\S+|\\S+ (?:at|AT|\\(at\\)) \\S+|\".*\"\\S*|\\S+ (?:\\S+ )?\\S+ ");
  private static final Pattern UNDATED = Pattern.compile("^From ?(|-|[^\\s:]+@\\S+)\\s*$");
  private static final Pattern GIT =
      Pattern.compile("^From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001\\s*$");

  /** Reads a line that begins with {@code From }, or nothing if it is prose. */
  static Optional<FromLine> parse(String line) {
    Matcher dated = DATED.matcher(line);
    if (dated.find() && ONE_SENDER.matcher(senderWithGap(dated)).matches()) {
      Optional<Instant> at = MailDate.parse(dated.group(2));
      if (at.isPresent()) {
        boolean fromGit = GIT.matcher(line).matches();
        return Optional.of(
            fromGit
                ? new FromLine(null, null, true)
                : new FromLine(dated.group(1), at.get(), false));
      }
    }
    Matcher undated = UNDATED.matcher(line);
    return undated.matches()
        ? Optional.of(new FromLine(undated.group(1), null, false))
        : Optional.empty();
  }

  /** A name of several words is only believed when two spaces set it apart from the date. */
  private static String senderWithGap(Matcher dated) {
    boolean gap = dated.start(2) - dated.end(1) > 1;
    return dated.group(1) + (gap && dated.group(1).indexOf(' ') > 0 ? " " : "");
  }

  boolean isDated() {
    return at != null || fromGit;
  }

  Envelope envelope() {
    return new Envelope(sender, at);
  }
}
