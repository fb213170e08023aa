package dev.kith.identity.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Word lists: resources of this package, and texts in the code. */
public final class WordList {
  private WordList() {}

  /** The words of a text, separated by white space, in their order. */
  public static List<String> list(String text) {
    return List.of(text.strip().split("\\s+", -1));
  }

  /** The same as a set. */
  public static Set<String> set(String text) {
    return Set.copyOf(list(text));
  }

  /** The lines of a list that are no comments. */
  static Stream<String> lines(String name) {
    try (InputStream in = WordList.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
