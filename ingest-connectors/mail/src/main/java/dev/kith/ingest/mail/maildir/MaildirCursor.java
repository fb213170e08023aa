package dev.kith.ingest.mail.maildir;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import java.util.Arrays;
import java.util.List;

/**
 * How far a Maildir has been read.
 *
 * @param page number of the last committed page
 * @param lists list addresses found so far
 */
record MaildirCursor(long page, List<String> lists) {
  private static final String VERSION = "maildir 1";

  static MaildirCursor parse(Cursor cursor) throws SourceException {
    if (cursor.equals(Cursor.START)) {
      return new MaildirCursor(0, List.of());
    }
    String[] lines = cursor.position().split("\n", -1);
    if (!lines[0].equals(VERSION) || lines.length != 3) {
      throw new SourceException.Refused(
          "expected a cursor of a Maildir, found another; give the source another name", null);
    }
    List<String> lists = Arrays.stream(lines[2].split(" ", -1)).filter(l -> !l.isEmpty()).toList();
    return new MaildirCursor(Long.parseLong(lines[1]), lists);
  }

  Cursor format() {
    return new Cursor(String.join("\n", VERSION, Long.toString(page), String.join(" ", lists)));
  }
}
