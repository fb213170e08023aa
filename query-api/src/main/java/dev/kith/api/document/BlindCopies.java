package dev.kith.api.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The kinds of blind copies. Only the author of an activity and the recipient know of a blind copy;
 * everybody else is shown the open kind instead, and finds it by that.
 */
public final class BlindCopies {
  private static final Map<String, String> OPEN_KINDS = Map.of("bcc", "cc", "bto", "to");

  private BlindCopies() {}

  /** Whether only the author and the recipient know of a target of this kind. */
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
