package dev.kith.api.decisions;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.search.PrintableText;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision about two accounts, whose ids are normalised.
 *
 * @param a one account
 * @param b another
 * @param verdict whether they are one person
 * @param note the reason
 * @param by who decided
 */
record PairDecision(
    String a, String b, Verdict verdict, @Nullable String note, @Nullable String by) {

  /**
   * The decision of a request.
   *
   * @param where prefix of field names in errors
   */
  static PairDecision of(DecisionRequest request, String where) {
    String a = account(request.a(), where + "a");
    String b = account(request.b(), where + "b");
    requireDifferent(a, b, where);
    return new PairDecision(
        a,
        b,
        Verdict.valueOf(request.verdict().toUpperCase(Locale.ROOT)),
        request.note(),
        request.by());
  }

  /** Two different accounts, with normalised ids. */
  static AccountPair pair(PairRequest request, String where) {
    String a = account(request.a(), where + "a");
    String b = account(request.b(), where + "b");
    requireDifferent(a, b, where);
    return AccountPair.of(a, b);
  }

  private static void requireDifferent(String a, String b, String where) {
    if (a.equals(b)) {
      throw InvalidParameterException.because(where + "b", "expected another account than a");
    }
  }

  /** A normalised account id. */
  static String account(String text, String where) {
    PrintableText.check(where, text);
    try {
      var id = AccountId.parse(text.strip());
      return id.namespace().equals("email")
          ? AccountId.email(id.address()).toString()
          : id.toString();
    } catch (IllegalArgumentException e) {
      throw InvalidParameterException.because(where, String.valueOf(e.getMessage()));
    }
  }
}
