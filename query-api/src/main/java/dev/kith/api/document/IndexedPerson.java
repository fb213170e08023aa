package dev.kith.api.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as indexed.
 *
 * @param id of the person
 * @param ids every id the person has had or could have had: one per account
 * @param kind PERSON, BOT, LIST, ROLE or ORGANISATION
 * @param ended whether nobody has this id any more
 * @param displayName the usual name, or whatever stands for one
 * @param names all names, the usual one first
 * @param handles short names
 * @param accounts account ids
 * @param emails mail addresses
 * @param networks where the person is
 * @param organisations companies and bodies named
 * @param bio what the accounts say about themselves
 * @param contexts repositories, lists, servers
 * @param links pages pointed to
 * @param optedOut whether an account says that the person does not want to be shown around
 * @param firstSeen earliest activity
 * @param accountDetails the accounts one by one
 * @param evidence the accepted tree
 * @param refused links that were considered and not accepted
 * @param suggestions likenesses to others, for a person to decide about, the likeliest first
 * @param suggestedBits weight of the likeliest; null if there is none
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
  /** Reads what is missing as empty. */
  public IndexedPerson {
    ids = Lists.of(ids);
    names = Lists.of(names);
    handles = Lists.of(handles);
    accounts = Lists.of(accounts);
    emails = Lists.of(emails);
    networks = Lists.of(networks);
    organisations = Lists.of(organisations);
    bio = Lists.of(bio);
    contexts = Lists.of(contexts);
    links = Lists.of(links);
    accountDetails = Lists.of(accountDetails);
    evidence = Lists.of(evidence);
    refused = Lists.of(refused);
    suggestions = Lists.of(suggestions);
  }

  /** The usual name, or whatever stands for one. */
  public String name() {
    return displayName == null ? id : displayName;
  }
}
