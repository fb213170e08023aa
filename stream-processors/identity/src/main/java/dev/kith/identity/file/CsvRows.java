package dev.kith.identity.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Rows of a comma-separated file with a header, as RFC 4180 has them, one at a time. A row that
 * cannot be read without guessing is an error that names its line.
 */
public final class CsvRows {
  /** Stands in a row of its own behind the text; an unclosed quote runs up to it. */
  private static final String END = "\u0001end";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Iterator<CsvRecord> records;
  private final List<String> header;
  private long line = 1;
  private boolean ended;

  /** Rows of this text; its header is read at once. */
  public CsvRows(Reader reader) throws IOException {
    this.records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .ofCsvRecord(new EndMarkReader(withoutByteOrderMark(reader)))
            .iterator();
    this.header =
        cells()
            .orElseThrow(() -> new IOException("expected a header line, found an empty file"))
            .stream()
            .map(String::strip)
            .toList();
    if (new HashSet<>(header).size() < header.size()) {
      throw wrong("expected every column once, found " + header);
    }
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** The line in which the row begins that was read last; the header counts. */
  public long line() {
    return line;
  }

  /** The next row by column, or empty at the end; cells that a row lacks are empty texts. */
  public Optional<Map<String, String>> next() throws IOException {
    Optional<List<String>> cells = cells();
    return cells.isEmpty() ? Optional.empty() : Optional.of(byColumn(cells.get()));
  }

  private Map<String, String> byColumn(List<String> cells) throws IOException {
    if (cells.size() > header.size()) {
      throw wrong(
          "expected %d cells, found %d; a cell with a comma needs quotes"
              .formatted(header.size(), cells.size()));
    }
    if (cells.size() < header.size() && cells.getLast().indexOf('\n') >= 0) {
      throw wrong("expected a closing quote, found the end of another line");
    }
    Map<String, String> row = HashMap.newHashMap(header.size());
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
    }
    return row;
  }

  private Optional<List<String>> cells() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    CsvRecord row = orError(records::next);
    line = row.getStartingLineNumber();
    List<String> cells = row.getFields();
    if (cells.size() == 1 && cells.getFirst().equals(END)) {
      ended = true;
      return Optional.empty();
    }
    if (cells.getLast().endsWith(END)) {
      throw wrong("expected a closing quote, found the end of the file");
    }
    return Optional.of(cells);
  }

  private CsvRecord orError(Supplier<CsvRecord> next) throws IOException {
    try {
      return next.get();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw new IOException(e.getMessage() + cause, e);
    }
  }

  private IOException wrong(String what) {
    return new IOException("line " + line + ": " + what);
  }

  private static Reader withoutByteOrderMark(Reader reader) throws IOException {
    var text = new BufferedReader(reader);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** A text with {@link #END} in a line of its own behind it. */
  private static final class EndMarkReader extends FilterReader {
    private static final String MARK = "\n" + END + "\n";
    private int told = -1;

    EndMarkReader(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (told < 0) {
        int count = super.read(buffer, offset, length);
        if (count >= 0) {
          return count;
        }
        told = 0;
      }
      int count = Math.min(length, MARK.length() - told);
      MARK.getChars(told, told + count, buffer, offset);
      told += count;
      return count == 0 ? -1 : count;
    }

    @Override
    public int read() throws IOException {
      var one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }
  }
}
