package dev.kith.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a comma-separated file with a header, as RFC 4180 has them, one at a time. */
public final class CsvRows {
  private final BufferedReader reader;
  private final List<String> header;

  /** Rows of this text; its header is read at once. */
  public CsvRows(Reader reader) throws IOException {
    this.reader = new BufferedReader(reader);
    this.header =
        cells()
            .orElseThrow(() -> new IOException("expected a header line, found an empty file"))
            .stream()
            .map(name -> name.replace("\uFEFF", "").strip())
            .toList();
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** The next row by column, or empty at the end; cells that a row lacks are empty texts. */
  public Optional<Map<String, String>> next() throws IOException {
    Optional<List<String>> cells = cells();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> row = HashMap.newHashMap(header.size());
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), i < cells.get().size() ? cells.get().get(i) : "");
    }
    return Optional.of(row);
  }

  private Optional<List<String>> cells() throws IOException {
    String line = reader.readLine();
    while (line != null && line.isEmpty()) {
      line = reader.readLine();
    }
    return line == null ? Optional.empty() : Optional.of(split(line));
  }

  /** A quoted cell may hold commas, doubled quotes and line breaks. */
  private List<String> split(String first) throws IOException {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    String line = first;
    for (int i = 0; i < line.length() || quoted; i++) {
      if (i >= line.length()) {
        String more = reader.readLine();
        if (more == null) {
          break;
        }
        cell.append('\n');
        line = more;
        i = -1;
      } else if (line.charAt(i) == '"'
          && quoted
          && i + 1 < line.length()
          && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (line.charAt(i) == '"') {
        quoted = !quoted;
      } else if (line.charAt(i) == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(line.charAt(i));
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
