package dev.kith.ingest.http;

import dev.kith.ingest.SourceException.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token or password. It is read for each request, so that a person can write a new one to the
 * file while the source waits. {@code toString} hides it.
 */
public final class Secret {
  private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7E]+");

  private final String key;
  private final @Nullable String value;
  private final @Nullable Path file;

  private Secret(String key, @Nullable String value, @Nullable Path file) {
    this.key = key;
    this.value = value;
    this.file = file;
  }

  /**
   * A secret from the configuration or from a file.
   *
   * @param key of the setting, for messages; the key of the file is this one and {@code -file}
   * @param value from the configuration or the environment
   * @param file that contains it; takes precedence over the value
   */
  public static Secret of(String key, @Nullable String value, @Nullable Path file) {
    if (value == null && file == null) {
      throw new IllegalArgumentException(
          key + ": expected a secret, or a file with it in " + key + "-file, found neither");
    }
    return new Secret(key, value, file);
  }

  /**
   * The secret as it is now.
   *
   * @throws Refused if there is none, or one that no header can hold
   */
  public String read() throws Refused {
    String secret = (file == null ? String.valueOf(value) : readFile(file)).strip();
    if (!HEADER_TEXT.matcher(secret).matches()) {
      throw new Refused(
          key + ": expected a secret of visible ASCII characters, found none; set it", null);
    }
    return secret;
  }

  private String readFile(Path path) throws Refused {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new Refused(key + "-file: expected a readable file, found none", e);
    }
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
