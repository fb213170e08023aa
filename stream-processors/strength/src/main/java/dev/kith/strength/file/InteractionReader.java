package dev.kith.strength.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of interactions line by line; an error names its line.
 *
 * @param name of the file, for messages
 * @param lines of the file
 */
record InteractionReader(String name, BufferedReader lines) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  void forEach(Consumer<InteractionLine> each) throws IOException {
    InteractionLine.@Nullable Columns columns = null;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
        line = line.substring(BYTE_ORDER_MARK.length());
      }
      if (line.isBlank()) {
        continue;
      }
      try {
        if (columns == null) {
          columns = InteractionLine.Columns.of(CsvLine.split(line.strip()));
        } else {
          each.accept(InteractionLine.of(CsvLine.split(line), columns));
        }
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            name + ", line " + number + ": " + wrong.getMessage(), wrong);
      }
    }
    if (columns == null) {
      throw new IllegalArgumentException(name + ": expected the columns src,dst,t, found nothing");
    }
  }
}
