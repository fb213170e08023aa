package dev.kith.api.people;

import dev.kith.api.document.IndexedEvidence;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.PersonRef;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of suggestions.
 *
 * @param suggestions grouped by person, the person with the likeliest first; the page size counts
 *     persons
 * @param next cursor of the next page; missing on the last
 */
@Serdeable
record SuggestionsPage(List<SuggestionView> suggestions, @Nullable String next) {

  /**
   * Two accounts that may be one person's, to be decided by a user.
   *
   * @param a one account and its current person
   * @param b the other
   * @param reason what they have in common, in words
   * @param bits weight of the evidence in bits
   * @param chance estimated probability that they are one person, 0 to 1
   */
  @Serdeable
  @Schema(name = "SuggestionView")
  record SuggestionView(
      Side a,
      Side b,
      @Schema(example = "ida is part of the name ida ivy") String reason,
      @Schema(example = "0.8") double bits,
      @Schema(example = "0.64") double chance) {
    private static final double HUNDREDTHS = 100;

    static SuggestionView of(IndexedEvidence likeness, IndexedPerson a, IndexedPerson b) {
      double odds = Math.pow(2, likeness.bits());
      return new SuggestionView(
          Side.of(likeness.a(), a),
          Side.of(likeness.b(), b),
          likeness.reason(),
          likeness.bits(),
          Math.round(odds / (1 + odds) * HUNDREDTHS) / HUNDREDTHS);
    }

    /**
     * One of the two accounts.
     *
     * @param account the account
     * @param person its current person
     * @param names of the person
     * @param accounts all accounts of the person
     */
    @Serdeable
    record Side(
        @Schema(example = "email:ida.ivy@example.org") String account,
        PersonRef person,
        List<String> names,
        List<String> accounts) {
      static Side of(String account, IndexedPerson person) {
        return new Side(account, PersonRef.of(person), person.names(), person.accounts());
      }
    }
  }
}
