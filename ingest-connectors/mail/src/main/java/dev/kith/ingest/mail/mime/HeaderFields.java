package dev.kith.ingest.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * The header fields of a message or of a part, by name. Names are lower case; values are unfolded
 * and have one character per byte until they are decoded.
 */
public final class HeaderFields {
  /** The maximum; a longer header is an attack or a defect. */
  private static final int MAX_FIELDS = 2_000;

  private static final int MAX_VALUE_LENGTH = 512 * 1024;

  private final Map<String, List<String>> values = new HashMap<>();
  private int size;

  /** Adds a field as written in the document, with name, colon and folding. */
  public void add(String name, ByteSequence raw) {
    if (size >= MAX_FIELDS) {
      return;
    }
    byte[] bytes = raw.toByteArray();
    int colon = 0;
    while (colon < bytes.length && bytes[colon] != ':') {
      colon++;
    }
    int from = Math.min(colon + 1, bytes.length);
    int length = Math.min(bytes.length - from, MAX_VALUE_LENGTH);
    add(name, new String(bytes, from, length, StandardCharsets.ISO_8859_1));
  }

  public void add(String name, String value) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    values.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(unfolded(value));
    size++;
  }

  private static String unfolded(String value) {
    boolean folded = value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
    return (folded ? value.replace("\r", "").replace('\n', ' ') : value).strip();
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public boolean hasAny(Set<String> names) {
    return !Collections.disjoint(values.keySet(), names);
  }

  /** The first value of that name that is not empty, not decoded. */
  public Optional<String> raw(String name) {
    for (String value : all(name)) {
      if (!value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** All values of that name, joined by commas, for address fields that occur several times. */
  public String joined(String name) {
    return all(name).stream()
        .filter(value -> !value.isEmpty())
        .map(HeaderFields::decodeUnlabelled)
        .collect(Collectors.joining(", "));
  }

  /** All values of that name. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first value of that name in lower case, or nothing. */
  public String lowerCase(String name) {
    return raw(name).map(value -> value.toLowerCase(Locale.ROOT)).orElse("");
  }

  /** The first value of that name, decoded, on one line. */
  public Optional<String> text(String name) {
    return raw(name)
        .map(value -> CharsetDetector.oneLine(EncodedWords.decode(decodeUnlabelled(value))))
        .filter(value -> !value.isEmpty());
  }

  /** Decodes bytes above ASCII that stand outside encoded words: their charset is detected. */
  public static String decodeUnlabelled(String value) {
    return CharsetDetector.decode(value.getBytes(StandardCharsets.ISO_8859_1), null);
  }
}
