package dev.kith.identity.person;

import dev.kith.flow.Versions;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.evidence.Findings;
import dev.kith.schemas.Person;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered about a person.
 *
 * @param epoch of the store when the person was first met
 * @param count of what was published of this person
 * @param crowd whether the accounts are so many that they are kept elsewhere ({@code LargePersons})
 * @param members the accounts, by id; none of a crowd
 * @param findings why they are one
 */
public record PersonState(
    long epoch, long count, boolean crowd, Map<String, AccountProfile> members, Findings findings) {

  public static PersonState fresh(long epoch) {
    return new PersonState(epoch, 0, false, Map.of(), Findings.NONE);
  }

  /** After some news; of a crowd only what explains it concerns this state. */
  public PersonState after(PersonEvent news) {
    return switch (news) {
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
          new PersonState(epoch, count + 1, crowd, members, now);
    };
  }

  /** With the accounts kept here. */
  public PersonState with(Map<String, AccountProfile> accounts) {
    return new PersonState(epoch, count + 1, false, accounts, findings);
  }

  /** With the accounts kept elsewhere. */
  public PersonState asCrowd() {
    return new PersonState(epoch, count + 1, true, Map.of(), findings);
  }

  /** True if nobody knows of this person, or all know that they have ended. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** The record for everybody. */
  public Person asPerson(String id, Collection<AccountProfile> accounts) {
    return PersonBuilder.of(id, Versions.version(epoch, count), accounts, findings);
  }
}
