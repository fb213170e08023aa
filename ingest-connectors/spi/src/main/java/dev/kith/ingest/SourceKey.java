package dev.kith.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a setting of a source: {@code kith.sources.NETWORK.NAME.SETTING}.
 *
 * @param network of the source: {@code mail}
 * @param source its name: {@code inbox}
 * @param setting the rest of the key: {@code imap.host}
 */
public record SourceKey(String network, String source, String setting) {
  /** What the keys of all sources begin with. */
  public static final String ALL = "kith.sources.";

  private static final Pattern FORM =
      Pattern.compile(Pattern.quote(ALL) + "([^.]+)\\.([^.]+)\\.(.+)");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Whether a source can have this name, which becomes part of file names. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The parts of a key; empty if it is not one of a source. */
  public static Optional<SourceKey> parse(String key) {
    Matcher parts = FORM.matcher(key);
    return parts.matches()
        ? Optional.of(new SourceKey(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** What all keys of one source begin with: {@code kith.sources.NETWORK.NAME.} */
  public static String prefix(String network, String source) {
    return ALL + network + "." + source + ".";
  }

  /** The key. */
  @Override
  public String toString() {
    return prefix(network, source) + setting;
  }
}
