package dev.kith.identity.person;

import dev.kith.flow.RecordVersions;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.evidence.Findings;
import dev.kith.schemas.Person;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state of a person.
 *
 * @param epoch of the store when the person was first met
 * @param count of what was published of this person
 * @param isLarge whether the accounts are so many that they are stored elsewhere ({@code
 *     LargePersons})
 * @param members the accounts, by id; none of a large person
 * @param findings why they are one
 */
public record PersonState(
    long epoch,
    long count,
    boolean isLarge,
    Map<String, AccountProfile> members,
    Findings findings) {

  public static PersonState initial(long epoch) {
    return new PersonState(epoch, 0, false, Map.of(), Findings.NONE);
  }

  /** After an event; of a large person only the findings are stored here. */
  public PersonState after(PersonEvent event) {
    return switch (event) {
      case PersonEvent.Joined(AccountProfile member) -> {
        var accounts = new TreeMap<>(members);
        accounts.put(member.account(), member);
        yield with(accounts);
      }
      case PersonEvent.Left(String account) -> {
        var accounts = new TreeMap<>(members);
        accounts.remove(account);
        yield with(accounts);
      }
      case PersonEvent.Explained(Findings now) ->
          new PersonState(epoch, count + 1, isLarge, members, now);
    };
  }

  /** With the accounts stored here. */
  public PersonState with(Map<String, AccountProfile> accounts) {
    return new PersonState(epoch, count + 1, false, accounts, findings);
  }

  /** With the accounts stored elsewhere. */
  public PersonState asLarge() {
    return new PersonState(epoch, count + 1, true, Map.of(), findings);
  }

  /** Whether the person has no accounts. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** The record of the person. */
  public Person asPerson(String id, Collection<AccountProfile> accounts) {
    return PersonBuilder.of(id, RecordVersions.version(epoch, count), accounts, findings);
  }
}
