package dev.kith.api.decisions;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.request.PageRequest;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of the valid decisions.
 *
 * @param decisions latest first
 * @param total number of all
 * @param next cursor of the next page; missing on the last
 */
@Serdeable
record DecisionsPage(List<DecisionView> decisions, long total, @Nullable String next) {
  private static final Comparator<Decision> LATEST =
      Comparator.comparing(Decision::getAt).reversed().thenComparing(DecisionsPage::key);

  static DecisionsPage of(Collection<Decision> all, PageRequest page) {
    List<Decision> left =
        all.stream().sorted(LATEST).filter(each -> follows(each, page.after())).toList();
    List<Decision> shown = left.stream().limit(page.size()).toList();
    boolean more = left.size() > shown.size();
    return new DecisionsPage(
        shown.stream().map(DecisionView::of).toList(),
        all.size(),
        more ? page.next(place(shown.getLast())) : null);
  }

  private static boolean follows(Decision decision, List<String> after) {
    if (after.isEmpty()) {
      return true;
    }
    if (after.size() != 2 || !after.getFirst().matches("\\d{1,18}")) {
      throw InvalidParameterException.cursor();
    }
    int later = Long.compare(decision.getAt().toEpochMilli(), Long.parseLong(after.getFirst()));
    return later < 0 || (later == 0 && key(decision).compareTo(after.get(1)) > 0);
  }

  private static List<String> place(Decision decision) {
    return List.of(Long.toString(decision.getAt().toEpochMilli()), key(decision));
  }

  /** The position of a decision in a cursor: a JSON value in ASCII. */
  private static String key(Decision decision) {
    String key = new AccountPair(decision.getA(), decision.getB()).key();
    return '"' + HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8)) + '"';
  }

  /**
   * A decision about two accounts.
   *
   * @param a one account
   * @param b the other
   * @param verdict same or different
   * @param by who decided
   * @param at when
   * @param note the reason
   */
  @Serdeable
  @Schema(name = "DecisionView")
  record DecisionView(
      @Schema(example = "email:ann@example.org") String a,
      @Schema(example = "git:Ann Lee <ann@work.example>") String b,
      @Schema(example = "same") String verdict,
      @Schema(example = "ann@example.org") String by,
      Instant at,
      @Nullable @Schema(example = "she told me") String note) {
    static DecisionView of(Decision decision) {
      return new DecisionView(
          decision.getA(),
          decision.getB(),
          decision.getVerdict().name().toLowerCase(Locale.ROOT),
          decision.getBy(),
          decision.getAt(),
          decision.getNote().orElse(null));
    }
  }
}
