package dev.kith.strength.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of interactions; an error names its line. Fields may stand in double quotes, but
 * not run over lines.
 *
 * @param name of the file, for messages
 * @param text of the file
 */
record InteractionReader(String name, Reader text) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  void forEach(Consumer<InteractionLine> each) throws IOException {
    InteractionLine.@Nullable ColumnOrder columns = null;
    long line = 1;
    try {
      for (CsvRecord row : rows()) {
        line = row.getStartingLineNumber();
        List<String> fields = fields(row);
        if (columns == null) {
          columns = InteractionLine.ColumnOrder.of(fields);
        } else if (fields.size() > 1 || !fields.getFirst().isBlank()) {
          each.accept(InteractionLine.of(fields, columns));
        }
      }
    } catch (IllegalArgumentException | CsvParseException wrong) {
      throw new IllegalArgumentException(
          name + ", line " + line + ": " + wrong.getMessage(), wrong);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (columns == null) {
      throw new IllegalArgumentException(name + ": expected the columns src,dst,t, found nothing");
    }
  }

  private CsvReader<CsvRecord> rows() {
    return CsvReader.builder()
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(false)
        .ofCsvRecord(text);
  }

  private static List<String> fields(CsvRecord row) {
    List<String> fields = row.getFields();
    if (fields.getLast().indexOf('\n') >= 0) {
      throw new IllegalArgumentException("expected a closing quote, found the end of the line");
    }
    return row.getStartingLineNumber() == 1 ? header(fields) : fields;
  }

  private static List<String> header(List<String> fields) {
    return fields.stream().map(field -> field.replace(BYTE_ORDER_MARK, "").strip()).toList();
  }
}
