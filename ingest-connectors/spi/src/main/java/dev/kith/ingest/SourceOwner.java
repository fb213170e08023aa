package dev.kith.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom an address book or a calendar belongs to. */
public final class SourceOwner {
  private static final Pattern ADDRESS = Pattern.compile("(?:email:)?([^\\s@:]+@[^\\s@]+)");

  private SourceOwner() {}

  /**
   * Returns the mail address of the owner: whoever asks Kith about their relationships reads their
   * own files.
   *
   * @param set what the source says; null if it says nothing
   * @param viewers the setting {@code kith.api.as}: addresses, accounts, ids of people or domains
   */
  public static Optional<String> of(@Nullable String set, List<String> viewers) {
    return Optional.ofNullable(set)
        .or(
            () ->
                viewers.stream()
                    .map(viewer -> ADDRESS.matcher(viewer.strip()))
                    .filter(Matcher::matches)
                    .map(viewer -> viewer.group(1))
                    .findFirst());
  }
}
