package dev.kith.api.people;

import dev.kith.api.closeness.Closeness;
import dev.kith.api.document.IndexedAccount;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.topics.PersonTopic;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person.
 *
 * @param id of the person; stays through merges and splits
 * @param kind PERSON, or the kind of the accounts
 * @param name the usual one
 * @param names all names
 * @param emails mail addresses
 * @param phones phone numbers in E.164 form
 * @param birthdays days of birth: 1990-05-17, or --05-17 where the year is not known; several if
 *     the profiles differ
 * @param networks of the accounts
 * @param organisations of the accounts
 * @param contexts repositories, lists, servers
 * @param links links in the profiles
 * @param firstSeen time of the earliest activity
 * @param accounts the accounts with their profiles
 * @param topics topics that the person writes about more than others do, most significant first
 * @param closeness to the viewer; missing if there was no contact
 */
@Serdeable
record PersonView(
    @Schema(example = "7d1v5e2kq0c9m4xt") String id,
    @Schema(example = "PERSON") String kind,
    @Schema(example = "Ann Lee") String name,
    List<String> names,
    List<String> emails,
    List<String> phones,
    List<String> birthdays,
    List<String> networks,
    List<String> organisations,
    List<String> contexts,
    List<String> links,
    @Nullable String firstSeen,
    List<IndexedAccount> accounts,
    List<PersonTopic> topics,
    @Nullable Closeness closeness) {

  static PersonView of(
      IndexedPerson person, List<PersonTopic> topics, @Nullable Closeness closeness) {
    return new PersonView(
        person.id(),
        person.kind(),
        person.name(),
        person.names(),
        person.emails(),
        person.phones(),
        person.birthdays(),
        person.networks(),
        person.organisations(),
        person.contexts(),
        person.links(),
        person.firstSeen(),
        person.accountDetails(),
        topics,
        closeness);
  }
}
