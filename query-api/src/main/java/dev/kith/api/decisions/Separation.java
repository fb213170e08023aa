package dev.kith.api.decisions;

import dev.kith.api.error.InvalidParameterException;
import dev.kith.schemas.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that leave a person. Those that leave stay together, and so do the others.
 *
 * @param accounts that leave, with normalised ids
 * @param note the reason
 * @param by who decided
 */
record Separation(List<String> accounts, @Nullable String note, @Nullable String by) {
  Separation {
    accounts = List.copyOf(accounts);
  }

  /** The separation of a request. */
  static Separation of(SeparationRequest request) {
    List<String> accounts = new ArrayList<>();
    for (String each : request.accounts()) {
      accounts.add(PairDecision.account(each, "accounts[" + accounts.size() + "]"));
    }
    return new Separation(accounts, request.note(), request.by());
  }

  /**
   * The decisions that separate them.
   *
   * @param all the accounts of the person
   */
  List<PairDecision> decisions(List<String> all) {
    for (int i = 0; i < accounts.size(); i++) {
      if (!all.contains(accounts.get(i))) {
        throw InvalidParameterException.expected(
            "accounts[" + i + "]", "an account of this person", accounts.get(i));
      }
    }
    var leaving = new TreeSet<>(accounts);
    var staying = new TreeSet<>(all);
    staying.removeAll(leaving);
    if (staying.isEmpty()) {
      throw InvalidParameterException.because(
          "accounts", "expected that at least one account stays");
    }
    List<PairDecision> decisions = new ArrayList<>();
    decisions.add(decision(leaving.first(), staying.first(), Verdict.DIFFERENT));
    joinAll(leaving, decisions);
    joinAll(staying, decisions);
    return decisions;
  }

  private void joinAll(TreeSet<String> accounts, List<PairDecision> decisions) {
    String first = accounts.first();
    accounts
        .tailSet(first, false)
        .forEach(each -> decisions.add(decision(first, each, Verdict.SAME)));
  }

  private PairDecision decision(String one, String other, Verdict verdict) {
    return new PairDecision(one, other, verdict, note, by);
  }
}
