package dev.kith.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The schemas of one version, one to a file.
 *
 * @param path of the folder
 */
record SchemaFolder(Path path) {

  /** The folders of all released versions, and of the one in the making. */
  static List<Path> released() throws IOException {
    try (var versions = Files.list(Path.of("released"))) {
      return versions.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** The text of each file, by its name. */
  Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(path)) {
      try (var files = Files.list(path)) {
        for (Path file : files.filter(name -> name.toString().endsWith(".avsc")).toList()) {
          texts.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }

  /** The record of each file, by its full name. */
  Map<String, Schema> read() throws IOException {
    var parser = new Schema.Parser();
    Map<String, Schema> schemas = new TreeMap<>();
    for (String text : inOrder()) {
      Schema schema = parser.parse(text);
      schemas.put(schema.getFullName(), schema);
    }
    return schemas;
  }

  /** Profile first: it defines the types that others use. */
  private List<String> inOrder() throws IOException {
    Map<String, String> texts = new TreeMap<>(texts());
    List<String> ordered = new ArrayList<>();
    if (texts.containsKey("Profile.avsc")) {
      ordered.add(texts.remove("Profile.avsc"));
    }
    ordered.addAll(texts.values());
    return ordered;
  }
}
