package dev.kith.ingest.git.commit;

import dev.kith.schemas.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody named at the end of a commit message, and for what.
 *
 * @param kind as in {@code Towards.kind}
 * @param name as written; never empty
 * @param mail as written; never empty
 */
record Trailer(String kind, String name, String mail) {
  /** What the committer of somebody else's commit did. */
  static final String COMMITTED = "committed";

  /** In the order of attention: where somebody is named twice, the first kind counts. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("co-authored", "co-authored");
    KINDS.put("co-developed", "co-authored");
    KINDS.put("reviewed", "reviewed");
    KINDS.put("tested", "tested");
    KINDS.put("reported", "reported");
    KINDS.put("suggested", "suggested");
    KINDS.put("acked", "acked");
    KINDS.put(COMMITTED, COMMITTED);
    KINDS.put("signed-off", "signed-off");
    KINDS.put("cc", "cc");
  }

  private static final List<String> ORDER = List.copyOf(KINDS.values());

  static final Comparator<String> BY_ATTENTION = Comparator.comparingInt(ORDER::indexOf);

  /** The account: name and address together. */
  String account() {
    return AccountId.git(name, mail).toString();
  }

  /**
   * The kinds of a trailer's key in any case, none if it names nobody we look for. A key may join
   * several, as {@code Reported-and-tested-by} does; of those, unknown ones are passed over.
   */
  static List<String> kindsOf(String key) {
    String folded = key.toLowerCase(Locale.ROOT);
    if (folded.equals("cc")) {
      return List.of("cc");
    }
    if (!folded.endsWith("-by")) {
      return List.of();
    }
    List<String> kinds = new ArrayList<>();
    String rest = folded.substring(0, folded.length() - "-by".length());
    while (!rest.isEmpty()) {
      String deed = deedAtStart(rest);
      String kind = deed.equals("cc") || deed.equals(COMMITTED) ? null : KINDS.get(deed);
      if (kind != null && !kinds.contains(kind)) {
        kinds.add(kind);
      }
      rest = rest.substring(Math.min(rest.length(), deed.length() + 1));
    }
    return kinds;
  }

  /** The first deed of several with hyphens between, some of which have hyphens themselves. */
  private static String deedAtStart(String deeds) {
    @Nullable String known = null;
    for (String deed : KINDS.keySet()) {
      if (deeds.equals(deed) || deeds.startsWith(deed + "-")) {
        known = deed;
      }
    }
    return known != null ? known : deeds.split("-", 2)[0];
  }
}
