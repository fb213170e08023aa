package dev.kith.identity;

import dev.kith.flow.Versions;
import dev.kith.schemas.Person;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is remembered about a person.
 *
 * @param epoch of the store when the person was first met
 * @param count of changes of this state
 * @param members the accounts, by id
 * @param findings why they are one
 */
record PersonState(long epoch, long count, Map<String, Member> members, Findings findings) {

  static PersonState fresh(long epoch) {
    return new PersonState(epoch, 0, Map.of(), Findings.NONE);
  }

  /** After some news. */
  PersonState after(PersonNews news) {
    var accounts = new TreeMap<>(members);
    return switch (news) {
      case PersonNews.Joined(Member member) -> {
        accounts.put(member.account(), member);
        yield new PersonState(epoch, count + 1, accounts, findings);
      }
      case PersonNews.Left(String account) -> {
        accounts.remove(account);
        yield new PersonState(epoch, count + 1, accounts, findings);
      }
      case PersonNews.Explained(Findings now) -> new PersonState(epoch, count + 1, members, now);
    };
  }

  /** True if nobody knows of this person, or all know that they have ended. */
  boolean isEmpty() {
    return members.isEmpty();
  }

  /** The record for everybody. */
  Person asPerson(String id) {
    return Persons.of(id, Versions.version(epoch, count), members.values(), findings);
  }
}
