package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as indexed.
 *
 * @param id of the person
 * @param ids all ids that the person has or may have had: one per account
 * @param kind PERSON, BOT, LIST, ROLE or ORGANISATION
 * @param ended whether the id has passed to another person
 * @param displayName the usual name, or a substitute
 * @param names all names, the usual one first
 * @param handles short names
 * @param accounts account ids
 * @param emails mail addresses
 * @param phones phone numbers in E.164 form
 * @param birthdays days of birth: 1990-05-17, or --05-17 where the year is not known
 * @param networks of the accounts
 * @param organisations of the accounts
 * @param bio descriptions in the profiles
 * @param contexts repositories, lists, servers
 * @param links links in the profiles
 * @param optedOut whether a profile asks to be left out of introductions
 * @param firstSeen time of the earliest activity
 * @param accountDetails the accounts with their profiles
 * @param evidence the accepted evidence, a tree over the accounts
 * @param refused evidence that was not accepted
 * @param suggestions evidence too weak for a join, to be decided by a user, the likeliest first
 * @param suggestedBits weight of the likeliest suggestion in bits; null if there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record IndexedPerson(
    String id,
    List<String> ids,
    String kind,
    boolean ended,
    @JsonProperty("name") @Nullable String displayName,
    List<String> names,
    List<String> handles,
    List<String> accounts,
    List<String> emails,
    List<String> phones,
    List<String> birthdays,
    List<String> networks,
    List<String> organisations,
    List<String> bio,
    List<String> contexts,
    List<String> links,
    boolean optedOut,
    @Nullable String firstSeen,
    List<IndexedAccount> accountDetails,
    List<IndexedEvidence> evidence,
    List<IndexedEvidence> refused,
    List<IndexedEvidence> suggestions,
    @Nullable Double suggestedBits) {
  /** The usual name, or a substitute. */
  public String name() {
    return displayName == null ? id : displayName;
  }
}
