package dev.kith.ingest.mail.mbox;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.SourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far an archive has been read.
 *
 * @param lists list addresses found so far
 * @param positions by path
 */
record MboxCursor(List<String> lists, Map<String, FilePosition> positions) {
  private static final String VERSION = "mbox 1";

  static MboxCursor parse(Cursor cursor) throws SourceException {
    if (cursor.equals(Cursor.START)) {
      return new MboxCursor(List.of(), Map.of());
    }
    String[] lines = cursor.position().split("\n", -1);
    if (!lines[0].equals(VERSION) || lines.length < 2) {
      throw new SourceException.Refused(
          "expected a cursor of an mbox archive, found another; give the source another name",
          null);
    }
    List<String> lists = Arrays.stream(lines[1].split(" ", -1)).filter(l -> !l.isEmpty()).toList();
    Map<String, FilePosition> positions = new TreeMap<>();
    for (String line : Arrays.asList(lines).subList(2, lines.length)) {
      FilePosition position = FilePosition.parse(line);
      positions.put(position.path(), position);
    }
    return new MboxCursor(lists, positions);
  }

  Cursor format() {
    List<String> lines = new ArrayList<>(List.of(VERSION, String.join(" ", lists)));
    positions.values().forEach(position -> lines.add(position.format()));
    return new Cursor(String.join("\n", lines));
  }
}
