package dev.kith.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The texts that stand in a name field and are nobody's name, as written. One list for the
 * connectors and for identity; each folds it as it folds the names that it compares.
 */
public final class PlaceholderList {
  private static final String FILE = "placeholder-names.txt";

  /** How an entry is compared. */
  public enum Section {
    /** Words; a name that consists of nothing else is a placeholder. */
    WORDS("words"),
    /** Whole texts. */
    PHRASES("phrase"),
    /** Words for devices, as in "iMac de Luc". */
    DEVICES("device"),
    /** Last words of the names of organisations. */
    ENDINGS("ending"),
    /** The same, in capitals only: AG is a company, Ag may be a name. */
    CAPITAL_ENDINGS("ENDING");

    private final String prefix;

    Section(String keyword) {
      this.prefix = keyword + " ";
    }
  }

  private PlaceholderList() {}

  /** The lines of a section, without their keyword. */
  public static List<String> lines(Section section) {
    try (InputStream in = PlaceholderList.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(section.prefix))
          .map(line -> line.substring(section.prefix.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
