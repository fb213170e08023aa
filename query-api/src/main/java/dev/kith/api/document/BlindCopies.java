package dev.kith.api.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The kinds of blind copies. Only the author of an activity and the recipient see a blind copy as
 * such. For all other viewers it is shown and found under the open kind.
 */
public final class BlindCopies {
  private static final Map<String, String> OPEN_KINDS = Map.of("bcc", "cc", "bto", "to");

  private BlindCopies() {}

  /** Whether targets of this kind are visible to the author and the recipient only. */
  public static boolean isBlind(String kind) {
    return OPEN_KINDS.containsKey(kind);
  }

  /** The kind as it is shown to everybody else. */
  public static String openKind(String kind) {
    return OPEN_KINDS.getOrDefault(kind, kind);
  }

  /** The kinds that are shown to everybody else as one of these. */
  public static List<String> shownAs(Collection<String> kinds) {
    return Stream.concat(
            kinds.stream().filter(kind -> !isBlind(kind)),
            OPEN_KINDS.keySet().stream().filter(kind -> kinds.contains(openKind(kind))))
        .sorted()
        .distinct()
        .toList();
  }
}
