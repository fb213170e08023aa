package dev.kith.ingest.git.commit;

import dev.kith.schemas.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a commit concerns beside its author, and how.
 *
 * @param kind as in {@code Towards.kind}
 * @param name as written
 * @param mail as written
 */
public record Participant(String kind, String name, String mail) {
  /** The committer of somebody else's commit. */
  public static final String COMMITTED = "committed";

  /** The author of a commit that a merge brings in. */
  public static final String MERGED = "merged";

  /** The author of a commit that is reverted. */
  public static final String REVERTED = "reverted";

  /** The author of a commit whose fault is fixed. */
  public static final String FIXED = "fixed";

  /** The author of a recent change of the same content. */
  public static final String CONTINUED = "continued";

  private static final String CC = "cc";

  /** What stands before {@code -by} in a trailer. */
  private static final Map<String, String> TRAILERS =
      Map.of(
          "co-authored", "co-authored",
          "co-developed", "co-authored",
          "reviewed", "reviewed",
          "tested", "tested",
          "reported", "reported",
          "suggested", "suggested",
          "acked", "acked",
          "signed-off", "signed-off");

  private static final List<String> ORDER =
      List.of(
          "co-authored",
          "reviewed",
          "tested",
          "reported",
          "suggested",
          "acked",
          MERGED,
          COMMITTED,
          FIXED,
          REVERTED,
          "signed-off",
          CONTINUED,
          CC);

  /** The kind that takes most attention first. */
  static final Comparator<Participant> BY_ATTENTION =
      Comparator.comparingInt(participant -> ORDER.indexOf(participant.kind()));

  /** The account: name and address together. */
  public String account() {
    return AccountId.git(name, mail).toString();
  }

  /**
   * The kinds of a trailer's key in any case; none if the key names nobody. A key may join several,
   * as {@code Reported-and-tested-by} does; unknown ones among them are passed over.
   */
  static List<String> kindsOf(String key) {
    String folded = key.toLowerCase(Locale.ROOT);
    if (folded.equals(CC)) {
      return List.of(CC);
    }
    if (!folded.endsWith("-by")) {
      return List.of();
    }
    List<String> kinds = new ArrayList<>();
    String rest = folded.substring(0, folded.length() - "-by".length());
    while (!rest.isEmpty()) {
      String first = firstOf(rest);
      @Nullable String kind = TRAILERS.get(first);
      if (kind != null && !kinds.contains(kind)) {
        kinds.add(kind);
      }
      rest = rest.substring(Math.min(rest.length(), first.length() + 1));
    }
    return kinds;
  }

  /** The first of several words with hyphens between; some have hyphens themselves. */
  private static String firstOf(String words) {
    return TRAILERS.keySet().stream()
        .filter(known -> words.equals(known) || words.startsWith(known + "-"))
        .findAny()
        .orElseGet(() -> words.split("-", 2)[0]);
  }
}
