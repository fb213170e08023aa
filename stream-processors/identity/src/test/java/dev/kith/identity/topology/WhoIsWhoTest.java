package dev.kith.identity.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.flow.testkit.SeededRandom;
import dev.kith.schemas.AccountId;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.EvidenceKind;
import dev.kith.schemas.Link;
import dev.kith.schemas.Person;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user may expect, in examples. */
class WhoIsWhoTest {
  private final List<IdentityHistory.Event> events = new ArrayList<>();
  private int moment;

  @Test
  void oneAddressUnderTwoSpellingsOfANameIsOnePerson() {
    git("Ann Lee", "ann@example.org");
    git("A. Lee", "ann@example.org");
    mailbox("ann@example.org", AccountKind.PERSON, "Lee, Ann");

    var ann = only(people());

    assertThat(ann.getAccounts()).hasSize(3);
    assertThat(ann.getEvidence()).hasSize(2);
    assertThat(ann.getEvidence().getFirst().getReason()).isEqualTo("both use ann@example.org");
  }

  @Test
  void aVerifiedLinkJoinsAndAnUnverifiedOneDoesNot() {
    account("github:ann");
    account("fediverse:ann@example.social", new Link("https://github.com/Ann/", true));
    account("fediverse:bob@example.social", new Link("https://github.com/ann", false));

    assertThat(people()).hasSize(2);
  }

  @Test
  void theOwnersOfARepositorySayWhoHasWrittenWithASharedAddress() {
    var ida = new Link("git:Ida Ivy <ida@example.org>", true);
    account("git:Eye Vee <shared@example.org>", ida);
    account("git:i <shared@example.org>", ida);
    account("git:pond keeper <shared@example.org>", ida);
    account("git:Ida Ivy <ida@example.org>", ida);
    account("git:joe <shared@example.org>", new Link("git:Joe Jay <joe@example.org>", true));
    git("somebody", "shared@example.org");

    assertThat(people())
        .extracting(one -> one.getAccounts().size())
        .containsExactlyInAnyOrder(4, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://social.example.org/users/ann",
        "https://social.example.org/@Ann",
        "acct:ann@social.example.org",
        "@ann@social.example.org",
        "fediverse:ann@social.example.org"
      })
  void anAccountThatMovedIsOnePersonIfBothEndsSaySoWhateverTheNames(String old) {
    observe(profile("fediverse:ann@social.example.org").setNames(List.of("Ann Lee")));
    observe(
        profile("fediverse:reedling@new.example.net")
            .setNames(List.of("Reedling"))
            .setLinks(List.of(new Link(old, true))));
    observe(
        profile("fediverse:mallory@evil.example.net")
            .setNames(List.of("Mallory"))
            .setLinks(List.of(new Link(old, false))));

    assertThat(people()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zebedee Quill     | 1+zq@users.noreply.github.com | Zebedee Quill     |"
            + " 2+qz@users.noreply.github.com | different logins on github",
        "Zebedee Quill Sr. | zeb@old.example               | Zebedee Quill Jr. | zeb2@new.example"
            + " | are different names",
      })
  void whatIsHeldApartAlthoughItIsProbableIsSuggestedAndSaysWhy(
      String name, String email, String otherName, String otherEmail, String reason) {
    committer(name, email);
    committer(otherName, otherEmail);
    committer("Zebedee Quill", "quill@work.example");

    assertThat(people()).hasSize(2);
    assertThat(people().stream().flatMap(person -> person.getSuggestions().stream()))
        .anySatisfy(
            each ->
                assertThat(each.getReason()).contains("; only probable, and ").contains(reason));
  }

  @Test
  void peopleWithDifferentBirthdaysAreSuggestedEvenThroughAThirdAccount() {
    born("contacts:1", "1990-05-17");
    born("contacts:2", "1991-05-17");
    committer("Zebedee Quill", "quill@work.example");

    assertThat(people()).hasSize(2);
    assertThat(people().stream().flatMap(person -> person.getSuggestions().stream()))
        .anySatisfy(each -> assertThat(each.getReason()).contains("they have different birthdays"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devnull@localhost",
        "unknown",
        "root@localhost",
        "none",
        "(none)",
        "noreply@example.org",
        "no-reply+77@example.org",
        "info@example.org",
        "dev-owner@example.org",
        "dev@lists.example.org",
        "dev@googlegroups.com",
        "ann@laptop.local",
        "MAILER-DAEMON@example.org"
      })
  void anAddressOfNobodyJoinsNobody(String address) {
    git("Ann Lee", address);
    git("Bob Kim", address);
    git("Cat Orr", address);

    assertThat(people()).hasSize(3);
  }

  @Test
  void anAddressUnderThreeUnlikeFullNamesJoinsNobody() {
    git("Ann Lee", "annlee@example.org");
    git("Ann Kim", "annlee@example.org");
    git("Bob Quist and Ann Lee", "annlee@example.org");
    git("annie", "annlee@example.org");
    assertThat(people()).hasSize(1);

    git("Bob Quist", "annlee@example.org");
    git("Cat Orr", "annlee@example.org");

    assertThat(people()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "Ann Lee, Lee Ann",
    "Ann Lee, A. Lee",
    "Ann Lee, Ann",
    "Ann Lee, Ann B. Lee",
    "Ann Lee, ''"
  })
  void onePhoneNumberUnderSpellingsOfANameIsOnePerson(String name, String other) {
    card("phone/1", name, "+33612345678");
    card("mail/2", other, "+33612345678");

    assertThat(only(people()).getEvidence())
        .singleElement()
        .extracting(Evidence::getReason, Evidence::getBits)
        .containsExactly("both have the phone number +33612345678", 18.0);
  }

  @ParameterizedTest
  @CsvSource({"Ann Lee, Bob Quist", "Ann Lee, Bob Lee", "Ann Lee, Abel Lee", "Ann Lee, Bob"})
  void anOfficeOrAFamilyThatSharesAPhoneNumberIsNotOnePerson(String name, String other) {
    card("phone/1", name, "+33112345678");
    card("phone/2", other, "+33112345678");

    assertThat(people()).hasSize(2);
  }

  @Test
  void aPhoneNumberOfAnOrganisationJoinsNobody() {
    card("phone/1", "Ann Lee", "+33112345678");
    card("phone/2", "", "+33112345678");
    assertThat(people()).hasSize(1);

    observe(
        profile("contact:phone/3")
            .setKind(AccountKind.ORGANISATION)
            .setNames(List.of("Town of Rennes"))
            .setPhones(List.of("+33112345678")));

    assertThat(people()).hasSize(3);
  }

  @Test
  void aCardBelongsToTheMailboxItNames() {
    mailbox("ann@example.org", AccountKind.PERSON, "Ann Lee");
    observe(
        profile("contact:phone/1")
            .setNames(List.of("Annie"))
            .setEmails(List.of("ann@example.org")));

    assertThat(people()).hasSize(1);
  }

  @Test
  void cardsOfThreeUnlikePeopleWithOneAddressJoinNobody() {
    for (String name : List.of("Ann Lee", "Bob Quist", "Cat Orr")) {
      observe(
          profile("contact:phone/" + name)
              .setNames(List.of(name))
              .setEmails(List.of("practice@example.org")));
    }

    assertThat(people()).hasSize(3);
  }

  private void card(String id, String name, String phone) {
    observe(
        profile("contact:" + id)
            .setNames(name.isEmpty() ? List.of() : List.of(name))
            .setPhones(List.of(phone)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Eye Vee;joe;somebody", "Ann Lee;bo;cat", "ann;bob;cat"})
  void anAddressThatTellsOfNoneOfItsThreeNamesJoinsNobody(String names) {
    for (String name : names.split(";", -1)) {
      git(name, "builds-east@example.org");
    }

    assertThat(people()).hasSize(3);
  }

  @Test
  void theSpellingsOfOneMailboxAtGmailAreOnePerson() {
    git("Ann", "tamsin.quill@gmail.com");
    git("tq", "t.amsinquill+lists@googlemail.com");
    git("Bob", "tamsin.quill@example.org");
    git("Cat", "tamsinquill@example.org");

    assertThat(people()).hasSize(3);
  }

  @Test
  void manySpellingsOfOneNameStayOnePerson() {
    List.of(
            "Zoë Müller",
            "Zoe Muller",
            "Müller, Zoë",
            "Z. Muller",
            "zoe",
            "ZOE MULLER",
            "zoemuller")
        .forEach(name -> git(name, "zoe@example.org"));

    assertThat(people()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIST", "BOT", "ROLE"})
  void theAddressOfAListABotOrARoleJoinsNobody(String kind) {
    mailbox("dev@lists.example.org", AccountKind.valueOf(kind), "Dev");
    git("Ann Lee", "dev@lists.example.org");
    git("Bob Kim", "dev@lists.example.org");

    assertThat(people()).hasSize(3);
  }

  @Test
  void peopleOfACommonNameStayApart() {
    git("John Smith", "john@example.org");
    git("John Smith", "john@example.net");
    mailbox("john@example.com", AccountKind.PERSON, "John Smith");

    assertThat(people()).hasSize(3);
  }

  @Test
  void aRareNameUnderTwoAddressesIsOnePerson() {
    named("contacts:1", "Zebedee Quillfeather");
    named("contacts:2", "Quillfeather, Zebedee");

    var zebedee = only(people());

    assertThat(zebedee.getEvidence().getFirst().getKind()).isEqualTo(EvidenceKind.PROBABLE);
    assertThat(zebedee.getEvidence().getFirst().getReason())
        .isEqualTo("same name, zebedee quillfeather");
  }

  @Test
  void anAddressOfMoreThanSixtyFourAccountsJoinsNobody() {
    IntStream.rangeClosed(1, 65)
        .forEach(i -> account("contacts:%d".formatted(i), "ann@example.org"));

    assertThat(people()).hasSize(65);
  }

  @Test
  void theWithdrawalOfTheBridgeSplitsWhatOnlyItHeldTogether() {
    account("contacts:1", "ann@example.org", "lee@example.org");
    account("contacts:2", "ann@example.org");
    account("contacts:3", "lee@example.org");
    assertThat(people()).hasSize(1);

    withdraw("contacts:1");

    assertThat(people()).hasSize(2);
  }

  @Test
  void aDecisionSplitsAndTakingItBackJoinsAgain() {
    account("contacts:1", "ann@example.org");
    account("contacts:2", "ann@example.org");
    var joined = only(people());

    decide("contacts:1", "contacts:2", Verdict.DIFFERENT);
    var apart = people();
    takeBack("contacts:1", "contacts:2");

    assertThat(apart).hasSize(2);
    assertThat(apart).allSatisfy(each -> assertThat(each.getRefused()).hasSize(2));
    assertThat(only(people())).isEqualTo(joined);
  }

  @Test
  void aDecisionJoinsWhatNoEvidenceJoins() {
    account("contacts:1");
    account("contacts:2");

    decide("contacts:1", "contacts:2", Verdict.SAME);

    assertThat(only(people()).getEvidence().getFirst().getBy()).contains("ann");
  }

  @Test
  void theElderAccountGivesThePersonItsIdWhateverComesFirst() {
    account("contacts:2", "ann@example.org");
    account("contacts:1", "ann@example.org");
    var id = only(people()).getId();

    Collections.reverse(events);

    assertThat(only(people()).getId()).isEqualTo(id);
  }

  @Test
  void aNameThatAnAccountHadBeforeStillCounts() {
    named("email:zq@home.example", "Zebedee Quill");
    named("email:zq@home.example", "zeb");
    committer("Zebedee Quill", "quill@work.example");

    assertThat(only(people()).getNames()).startsWith("Zebedee Quill");
  }

  @Test
  void anAddressThatWasSomebodyElsesDoesNotJoinTheTwo() {
    named("email:office9@home.example", "Zebedee Quill");
    named("email:office9@home.example", "Yolanda Quistgaard");
    committer("Zebedee Quill", "quill@work.example");

    assertThat(people()).hasSize(2);
  }

  @Test
  void aNameFromBeforeAnAccountWasWithdrawnIsForgotten() {
    named("email:zq@home.example", "Zebedee Quill");
    withdraw("email:zq@home.example");
    named("email:zq@home.example", "zeb");
    committer("Zebedee Quill", "quill@work.example");

    assertThat(people()).hasSize(2);
    assertThat(people().stream().flatMap(each -> each.getAccounts().stream()))
        .filteredOn(each -> each.getAccount().equals("email:zq@home.example"))
        .allSatisfy(each -> assertThat(each.getNames()).containsExactly("zeb"));
  }

  private void git(String name, String email) {
    observe(profile(AccountId.git(name, email).toString()).setNames(List.of(name)));
  }

  private void committer(String name, String email) {
    observe(
        profile(AccountId.git(name, email).toString())
            .setNames(List.of(name))
            .setEmails(List.of(email)));
  }

  private void mailbox(String address, AccountKind kind, String name) {
    observe(profile("email:" + address).setNames(List.of(name)).setKind(kind));
  }

  private void account(String account, String... emails) {
    observe(profile(account).setEmails(List.of(emails)));
  }

  private void account(String account, Link link) {
    observe(profile(account).setLinks(List.of(link)));
  }

  private void born(String account, String birthday) {
    observe(profile(account).setNames(List.of("Zebedee Quill")).setBirthday(birthday));
  }

  private void named(String account, String name) {
    observe(profile(account).setNames(List.of(name)));
  }

  private void withdraw(String account) {
    observe(profile(account).setDeleted(true));
  }

  private Profile.Builder profile(String account) {
    moment++;
    return Profile.newBuilder()
        .setAccount(account)
        .setRevision(moment)
        .setNetwork("test")
        .setSource("test")
        .setSeen(Instant.ofEpochSecond(moment));
  }

  private void observe(Profile.Builder profile) {
    var built = profile.build();
    events.add(new IdentityHistory.Event.Observed(built.getAccount(), Optional.of(built)));
  }

  private void decide(String one, String other, Verdict verdict) {
    var pair = AccountPair.of(one, other);
    var decision = new Decision(pair.a(), pair.b(), verdict, "ann", Instant.EPOCH, null);
    events.add(new IdentityHistory.Event.Decided(pair, Optional.of(decision)));
  }

  private void takeBack(String one, String other) {
    events.add(new IdentityHistory.Event.Decided(AccountPair.of(one, other), Optional.empty()));
  }

  /** Who there is after all that has happened, as the steps find it. */
  private Collection<Person> people() {
    return new Simulation(SeededRandom.of(1)).after(new IdentityHistory(events)).people().values();
  }

  private static Person only(Collection<Person> people) {
    assertThat(people).hasSize(1);
    return people.iterator().next();
  }
}
