package dev.kith.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * One index as it is asked for: an alias over a versioned index, which a rebuild replaces.
 *
 * @param alias the name to search and to write under; also the name of the index template
 * @param mapping the resource with its mapping
 */
public record Index(String alias, String mapping) {

  /** Name of the n-th index behind the alias, such as {@code kith-people-000001}. */
  public String versioned(int n) {
    return alias + "-" + String.format(Locale.ROOT, "%06d", n);
  }

  /** Which n {@code name} is the n-th index of; 0 if it is none of this alias. */
  public int number(String name) {
    String digits = name.startsWith(alias + "-") ? name.substring(alias.length() + 1) : "";
    return digits.matches("\\d{6}") ? Integer.parseInt(digits) : 0;
  }

  /** The pattern of all its versioned names. */
  public String pattern() {
    return alias + "-*";
  }

  /** The mapping, as JSON; the caller closes it. */
  public InputStream openMapping() {
    return resource(mapping);
  }

  /** The settings and analyzers, the same for all indices, as JSON; the caller closes it. */
  public static InputStream openSettings() {
    return resource("settings.json");
  }

  private static InputStream resource(String name) {
    var found = Index.class.getResourceAsStream("indices/" + name);
    if (found == null) {
      throw new UncheckedIOException(new IOException("missing resource indices/" + name));
    }
    return found;
  }
}
