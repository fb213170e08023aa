package dev.kith.ingest.mail.imap;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.mail.message.KnownListAddresses;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a mailbox on a server has been read.
 *
 * @param page number of the last committed page
 * @param lists list addresses found so far
 * @param positions by folder
 */
record ImapCursor(long page, List<String> lists, Map<String, FolderPosition> positions) {
  private static final String VERSION = "imap 1";

  /**
   * How far a folder has been read.
   *
   * @param validity UIDVALIDITY of the UIDs
   * @param next first UID not yet read
   * @param modseq HIGHESTMODSEQ up to which removals were followed, 0 if the server counts none
   */
  record FolderPosition(long validity, long next, long modseq) {
    static final FolderPosition NONE = new FolderPosition(0, 1, 0);

    FolderPosition read(long upTo) {
      return new FolderPosition(validity, Math.max(next, upTo), modseq);
    }

    FolderPosition checked(long sequence) {
      return new FolderPosition(validity, next, Math.max(sequence, 0));
    }
  }

  static ImapCursor parse(Cursor cursor) throws SourceException {
    if (cursor.equals(Cursor.START)) {
      return new ImapCursor(0, List.of(), Map.of());
    }
    String[] lines = cursor.position().split("\n", -1);
    if (!lines[0].equals(VERSION) || lines.length < 3) {
      throw new SourceException.Refused(
          "expected a cursor of an IMAP mailbox, found another; give the source another name",
          null);
    }
    List<String> lists = Arrays.stream(lines[2].split(" ", -1)).filter(l -> !l.isEmpty()).toList();
    Map<String, FolderPosition> positions = new TreeMap<>();
    for (String line : Arrays.asList(lines).subList(3, lines.length)) {
      String[] columns = line.split(" ", 4);
      positions.put(
          URLDecoder.decode(columns[0], StandardCharsets.UTF_8),
          new FolderPosition(
              Long.parseLong(columns[1]), Long.parseLong(columns[2]), Long.parseLong(columns[3])));
    }
    return new ImapCursor(Long.parseLong(lines[1]), lists, positions);
  }

  /** The same page, with all folders to be read again. */
  ImapCursor fromStart() {
    return new ImapCursor(page, lists, Map.of());
  }

  FolderPosition position(String folder) {
    return positions.getOrDefault(folder, FolderPosition.NONE);
  }

  /** The cursor of the next page. */
  ImapCursor next(KnownListAddresses known, Map<String, FolderPosition> changed) {
    Map<String, FolderPosition> all = new TreeMap<>(positions);
    all.putAll(changed);
    return new ImapCursor(page + 1, known.addresses(), all);
  }

  Cursor format() {
    List<String> lines =
        new ArrayList<>(List.of(VERSION, Long.toString(page), String.join(" ", lists)));
    positions.forEach(
        (folder, position) ->
            lines.add(
                String.join(
                    " ",
                    URLEncoder.encode(folder, StandardCharsets.UTF_8),
                    Long.toString(position.validity()),
                    Long.toString(position.next()),
                    Long.toString(position.modseq()))));
    return new Cursor(String.join("\n", lines));
  }
}
