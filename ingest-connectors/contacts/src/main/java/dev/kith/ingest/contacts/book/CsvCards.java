package dev.kith.ingest.contacts.book;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the rows of a CSV file with contacts into vCards. */
final class CsvCards {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  private CsvCards() {}

  /** Whether the first line has the columns of contacts. */
  static boolean isContacts(String text) {
    return separator(text).isPresent();
  }

  /** A vCard of each row; empty if the columns are not those of contacts. */
  static List<String> parse(String text) {
    return separator(text).map(separator -> cards(records(text, separator))).orElse(List.of());
  }

  private static Optional<Character> separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return SEPARATORS.stream()
        .filter(
            separator ->
                records(header, separator).stream().anyMatch(line -> isHeader(columns(line))))
        .findFirst();
  }

  private static List<CsvRecord> records(String text, char separator) {
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .allowExtraFields(true)
          .allowMissingFields(true)
          .ofCsvRecord(text)
          .stream()
          .toList();
    } catch (CsvParseException broken) {
      return List.of();
    }
  }

  private static List<Optional<CsvColumn>> columns(CsvRecord header) {
    return header.getFields().stream().map(CsvColumn::of).toList();
  }

  private static boolean isHeader(List<Optional<CsvColumn>> columns) {
    List<CsvColumn> known = columns.stream().flatMap(Optional::stream).toList();
    return known.stream().anyMatch(CsvColumn::isName)
        && known.stream().anyMatch(CsvColumn::isAddress);
  }

  private static List<String> cards(List<CsvRecord> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    List<Optional<CsvColumn>> columns = columns(records.getFirst());
    List<String> cards = new ArrayList<>();
    for (CsvRecord row : records.subList(1, records.size())) {
      var card = new CsvCard();
      for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
        String value = row.getField(i).strip();
        columns.get(i).filter(column -> !value.isEmpty()).ifPresent(c -> card.add(c, value));
      }
      card.toVcard().ifPresent(cards::add);
    }
    return cards;
  }
}
