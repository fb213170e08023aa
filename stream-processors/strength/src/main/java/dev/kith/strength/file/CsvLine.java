package dev.kith.strength.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of a CSV file: fields may stand in double quotes, but not run over lines. */
final class CsvLine {
  private CsvLine() {}

  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("expected a closing quote, found the end of the line");
    }
    fields.add(field.toString());
    return fields;
  }

  static String join(String... fields) {
    return List.of(fields).stream().map(CsvLine::field).collect(Collectors.joining(","));
  }

  private static String field(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
