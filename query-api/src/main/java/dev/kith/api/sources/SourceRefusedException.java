package dev.kith.api.sources;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change of the sources is refused; the message says what was expected and what was found. */
public final class SourceRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Pattern OF_SETTING = Pattern.compile("(?s)([a-z][a-z0-9.-]*): (.+)");

  private final String setting;

  private SourceRefusedException(String setting, String message) {
    super(message, null, false, false);
    this.setting = setting;
  }

  /**
   * With a message for a person.
   *
   * @param message begins with the key of a setting and a colon, if it is about one
   */
  public static SourceRefusedException of(String message) {
    Matcher parts = OF_SETTING.matcher(message);
    return parts.matches()
        ? new SourceRefusedException(parts.group(1), parts.group(2))
        : new SourceRefusedException("settings", message);
  }

  /** The key of the setting; {@code settings} if it is about several or none. */
  public String setting() {
    return setting;
  }
}
