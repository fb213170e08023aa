package dev.kith.ingest.git;

import dev.kith.schemas.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody named at the end of a commit message, and for what.
 *
 * @param kind as in {@code Towards.kind}
 * @param name as written; never empty
 * @param mail as written; never empty
 */
record Trailer(String kind, String name, String mail) {
  private static final Map<String, String> KINDS =
      Map.of(
          "co-authored-by", "co-authored",
          "co-developed-by", "co-authored",
          "reviewed-by", "reviewed",
          "tested-by", "tested",
          "reported-by", "reported",
          "suggested-by", "suggested",
          "acked-by", "acked",
          "signed-off-by", "signed-off",
          "cc", "cc");

  /** The kind that took most attention first: where somebody is named twice, the first counts. */
  private static final List<String> ORDER =
      List.of(
          "co-authored",
          "reviewed",
          "tested",
          "reported",
          "suggested",
          "acked",
          Trailer.COMMITTED,
          "signed-off",
          "cc");

  /** What the committer of somebody else's commit did. */
  static final String COMMITTED = "committed";

  static final Comparator<String> BY_ATTENTION = Comparator.comparingInt(ORDER::indexOf);

  /** The account: name and address together. */
  String account() {
    return AccountId.git(name, mail).toString();
  }

  /** The kind of a trailer's key in any case, or empty if it names nobody we look for. */
  static String kindOf(String key) {
    return KINDS.getOrDefault(key.toLowerCase(Locale.ROOT), "");
  }
}
