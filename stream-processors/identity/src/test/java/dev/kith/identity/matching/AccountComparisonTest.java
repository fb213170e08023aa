package dev.kith.identity.matching;

import static dev.kith.identity.matching.SampleAccounts.among;
import static dev.kith.identity.matching.SampleAccounts.born;
import static dev.kith.identity.matching.SampleAccounts.bot;
import static dev.kith.identity.matching.SampleAccounts.fediverse;
import static dev.kith.identity.matching.SampleAccounts.git;
import static dev.kith.identity.matching.SampleAccounts.login;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.identity.matching.MatchScore.Verdict;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountComparisonTest {
  private static final NameFrequencies TOWN =
      among(
          2_000,
          Map.of("ann", 20, "smith", 60, "john", 80),
          "quist",
          "ilse",
          "quistgaard",
          "bo",
          "ingrid",
          "sergei",
          "sergey",
          "nikulin",
          "guenther",
          "gunther",
          "kloss",
          "dmitriy",
          "dmitry",
          "orlov",
          "mikhail",
          "mihail",
          "zukov",
          "zhukov");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ilse Quist    | ilse@home.example  | Quist, Ilse    | iq@work.example        ",
        "Ilse Quist    | a1@home.example    | ilsequist      | x@work.example         ",
        "Ilse Quist    | a1@home.example    | zz             | ilse.quist@work.example",
        "Ilse Quist    | a1@home.example    | Ilse B. Quist  | b2@work.example        ",
        "Ilse Quist    | a1@home.example    | zz             | mayorilsequist@work.example",
        "zebrafish77   | a1@home.example    | Bo Holm        |"
            + " 7+zebrafish77@users.noreply.github.com",
      })
  void aRareNameOrHandleJoins(String name, String email, String otherName, String otherEmail) {
    var score = AccountComparison.of(git(name, email), git(otherName, otherEmail), TOWN);

    assertThat(score.map(MatchScore::verdict)).contains(Verdict.ACCEPT);
  }

  @Test
  void aCommonFullNameAloneNeverJoins() {
    var one = git("John Smith", "jsx@home.example");
    var other = git("John Smith", "qqq@work.example");

    var score = AccountComparison.of(one, other, TOWN);

    assertThat(score.map(MatchScore::verdict)).isNotEqualTo(Optional.of(Verdict.ACCEPT));
  }

  @Test
  void aRareFullNameSaysLessTheMorePeopleThereAre() {
    var one = git("Ilse Quist", "jsx@home.example");
    var other = git("Ilse Quist", "qqq@work.example");

    double town = bits(one, other, among(2_000, Map.of("ilse", 8, "quist", 8)));
    double country = bits(one, other, among(2_000_000, Map.of("ilse", 8_000, "quist", 8_000)));

    assertThat(country).isLessThan(town - 6);
  }

  @Test
  void twoLoginsOnOnePlatformAreNotJoined() {
    assertThat(AccountComparison.of(login("ilse-quist"), login("ilsequist"), TOWN)).isEmpty();
  }

  @Test
  void aBotIsNobody() {
    var score =
        AccountComparison.of(
            bot("Ilse Quist", "b@home.example"), git("Ilse Quist", "i@home.example"), TOWN);

    assertThat(score).isEmpty();
  }

  @Test
  void anUnlikeFullNameSpeaksAgainstASharedHandle() {
    double alone =
        bits(git("quistgaard", "a@home.example"), git("x", "quistgaard@w.example"), TOWN);
    double unlike =
        bits(
            git("Bo Holm", "quistgaard@home.example"),
            git("Eva Dam", "quistgaard@w.example"),
            TOWN);

    assertThat(unlike).isEqualTo(alone + MatchWeight.OTHER_NAME.bits());
  }

  @Test
  void colleaguesAreALittleLikelierToBeOne() {
    double apart = bits(git("Ilse Quist", "a@a.example"), git("I Quist", "b@b.example"), TOWN);
    double together = bits(git("Ilse Quist", "a@w.example"), git("I Quist", "b@w.example"), TOWN);

    assertThat(together).isEqualTo(apart + MatchWeight.SAME_HOME.bits());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sergei Nikulin   | Sergey Nikulin  ",
        "Guenther Kloss   | Günther Kloss   ",
        "Dmitriy Orlov    | Dmitry Orlov    ",
        "Mikhail Zukov    | Mihail Zhukov   ",
      })
  void aRareNameSpelledAnotherWayJoins(String name, String otherName) {
    var one = git(name, "a1@home.example");
    var other = git(otherName, "b2@work.example");

    assertThat(BlockingKeys.keys(one)).containsAnyElementsOf(BlockingKeys.keys(other));
    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .contains(Verdict.ACCEPT);
  }

  @Test
  void aCommonNameCutShortIsForAPersonToJudge() {
    var one = git("Dan Smith", "a1@home.example");
    var other = git("Daniel Smith", "b2@work.example");

    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .isNotEqualTo(Optional.of(Verdict.ACCEPT));
  }

  @Test
  void oneLoginOnOnePlatformJoinsWhateverTheNames() {
    var one = git("Ann", "ann@users.noreply.github.com");
    var other = login("Ann");

    assertThat(BlockingKeys.keys(one)).containsAnyElementsOf(BlockingKeys.keys(other));
    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .contains(Verdict.ACCEPT);
  }

  @Test
  void aLoginThatWasRenamedKeepsItsNumber() {
    var one = git("Ann Smith", "4711+annie@users.noreply.github.com");
    var other = git("Ann Smith", "4711+smithy@users.noreply.github.com");

    assertThat(BlockingKeys.keys(one)).containsAnyElementsOf(BlockingKeys.keys(other));
    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .contains(Verdict.ACCEPT);
  }

  @Test
  void accountsOnTwoServersMayBeOnePersonsAndOnOneServerNot() {
    assertThat(fediverse("ann@one.example").conflictsWith(fediverse("annie@two.example")))
        .isFalse();
    assertThat(fediverse("ann@one.example").conflictsWith(fediverse("annie@one.example"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsmith", "smithj", "annj", "johnsmith"})
  void aHandleMadeOfACommonNameIsManyPeoples(String handle) {
    var one = git("x", handle + "@home.example");
    var other = git("y", handle + "@work.example");

    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .isNotEqualTo(Optional.of(Verdict.ACCEPT));
  }

  @Test
  void whatSharingAnAddressProvesIsNotForItsLocalPartToSay() {
    var one = git("Ilse Quist", "northwind@work.example");
    var other = git("Bo Holm", "northwind@work.example");

    assertThat(AccountComparison.of(one, other, TOWN)).isEmpty();
  }

  @Test
  void theLocalPartOfASharedMailboxIsNobodysHandle() {
    var one = git("Ilse Quist", "hackers@lists.home.example");
    var other = git("Bo Holm", "hackers@lists.work.example");

    assertThat(AccountComparison.of(one, other, TOWN)).isEmpty();
  }

  @Test
  void aGivenNameThatIsAllTheyShareIsNoHandle() {
    var town = among(2_000, Map.of("neil", 1));

    assertThat(
            AccountComparison.of(
                git("Neil", "a1@home.example"), git("neil", "b2@work.example"), town))
        .isEmpty();
    assertThat(
            AccountComparison.of(
                git("Neil", "neil@home.example"), git("neil", "b2@work.example"), town))
        .isPresent();
  }

  @Test
  void aGivenNameAsAHandleIsForAPersonToJudge() {
    var one = git("Ilse Quist", "ilse@home.example");
    var other = git("iq", "ilse@work.example");

    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .isNotEqualTo(Optional.of(Verdict.ACCEPT));
  }

  @Test
  void aCommonNameSpellsNobodyElses() {
    var one = git("Dani Elmquist", "a1@home.example");

    assertThat(HandleForms.of(one.fullNames().getFirst())).containsKey("danie");
    assertThat(bits(git("Dani Elquist", "a1@home.example"), git("x", "danie@w.example"), TOWN))
        .isGreaterThan(
            bits(
                git("Dani Elquist", "a1@home.example"),
                git("x", "danie@w.example"),
                among(2_000, Map.of("danie", 60), "dani", "elquist")));
  }

  @Test
  void aHandleOfPeopleWithManyFamilyNamesIsAWordAndJoinsNobody() {
    var names = new NameCounter();
    for (String family : List.of("Quist", "Holm", "Dam", "Kloss")) {
      var account = git("Ilse " + family, "anonymouse@" + family + ".example");
      names.add(account);
    }
    var one = git("Ilse Quist", "anonymouse@home.example");
    var other = git("x", "anonymouse@work.example");

    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::verdict))
        .contains(Verdict.ACCEPT);
    assertThat(AccountComparison.of(one, other, names.frequencies())).isEmpty();
    assertThat(names.bearers("@anonymouse"))
        .isEqualTo(names.frequencies().bearers().get("@anonymouse"));
    assertThat(names.remove(git("Ilse Dam", "anonymouse@dam.example"))).contains("@anonymouse");
  }

  @Test
  void coAuthorsAreNotJoinedByTheNameOfBoth() {
    var both = git("Ilse Quist & Bo Holm", "zebrafish+bo@work.example");

    assertThat(AccountComparison.of(both, git("Ilse Quist", "a1@home.example"), TOWN)).isEmpty();
    assertThat(AccountComparison.of(both, git("x", "zebrafish@home.example"), TOWN)).isEmpty();
  }

  @Test
  void theOrderOfTheTwoMakesNoDifference() {
    var one = git("Ilse Quist", "ilse@home.example");
    var other = git("Ilse Bo Quist", "iquist7@work.example");

    assertThat(AccountComparison.of(one, other, TOWN))
        .isEqualTo(AccountComparison.of(other, one, TOWN));
  }

  @Test
  void accountsThatAreAlikeShareABlockingKey() {
    var full = git("Ilse Quist", "a1@home.example");
    var handle = git("zz", "iquist12@work.example");

    assertThat(BlockingKeys.keys(full)).containsAnyElementsOf(BlockingKeys.keys(handle));
  }

  @Test
  void aHandleWithATitleIsComparedWithTheNameBehindIt() {
    var name = git("Ilse Quist", "a1@home.example");

    assertThat(BlockingKeys.keys(name))
        .containsAnyElementsOf(BlockingKeys.keys(fediverse("senilsequist@town.example")))
        .containsAnyElementsOf(BlockingKeys.keys(fediverse("ilsequistofficial@town.example")));
    assertThat(AccountComparison.of(name, fediverse("senquist@town.example"), TOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ilse Quist | i.quist@w.example     | Iwan Quist     | iquist@w.example      | different"
            + " names",
        "Ilse Quist | ilse.quist@w.example  | Ilse Quist     | ilse.quist2@w.example | two"
            + " mailboxes",
        "Ilse Quist | quist.i@w.example     | Bo Holm        | quisti@w.example      | unlike"
            + " names",
        "Ilse Quist Sr. | a1@home.example   | Ilse Quist Jr. | b2@w.example          | different"
            + " names",
        "Ilse Quist | a1@home.example       | \u0406lse Quist | b2@w.example          | two"
            + " scripts",
        "Ilse Quist | a1@home.example       | Ilse Qui\u0455t     | ilse.quist@w.example | two"
            + " scripts",
        "\u0399lse Quist | zebrafish77@home.example | zz      | zebrafish77@w.example | two"
            + " scripts",
        "Ilse Quist | 1+iq@users.noreply.github.com | Ilse Quist | 2+qi@users.noreply.github.com |"
            + " logins",
      })
  void contraryEvidenceMakesAProbableJoinASuggestionWithItsReason(
      String name, String email, String otherName, String otherEmail, String reason) {
    var score = AccountComparison.of(git(name, email), git(otherName, otherEmail), TOWN);

    assertThat(score.map(MatchScore::verdict)).isNotEqualTo(Optional.of(Verdict.ACCEPT));
    score
        .filter(each -> each.verdict() == Verdict.SUGGEST)
        .ifPresent(each -> assertThat(each.reason()).contains(", but ").contains(reason));
    assertThat(AccountComparison.of(git(otherName, otherEmail), git(name, email), TOWN))
        .isEqualTo(score);
  }

  @Test
  void differentBirthdaysMakeAProbableJoinASuggestion() {
    var one = born("Ilse Quist", "a1@home.example", "1990-05-17");
    var other = born("Ilse Quist", "b2@work.example", "--05-18");
    var same = born("Ilse Quist", "b2@work.example", "--05-17");

    var score = AccountComparison.of(one, other, TOWN).orElseThrow();

    assertThat(score.verdict()).isEqualTo(Verdict.SUGGEST);
    assertThat(score.reason()).endsWith(", but they have different birthdays");
    assertThat(AccountComparison.of(one, same, TOWN).map(MatchScore::verdict))
        .contains(Verdict.ACCEPT);
  }

  @ParameterizedTest
  @CsvSource({
    "mallory, Mallory,  Mal Lory",
    "mallory, mallory,  Mal Lory",
    "x1,      Sandiego, San Diego",
    "x1,      Annabell, Anna Bell",
    "mandell, '',       Man Dell"
  })
  void aWordThatTwoJoinedNamesSpellIsForAPersonToJudge(String local, String word, String name) {
    var score =
        AccountComparison.of(
            git(word, local + "@home.example"),
            git(name, "x9@work.example"),
            among(2_000, Map.of(), name.toLowerCase(Locale.ROOT).split(" ")));

    assertThat(score.map(MatchScore::verdict)).isNotEqualTo(Optional.of(Verdict.ACCEPT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iMac de Luc", "Tamsins iPhone", "MacBook-Pro-von-Tamsin"})
  void aDeviceIsNobodysName(String name) {
    assertThat(
            AccountComparison.of(git(name, "a1@home.example"), git(name, "b2@work.example"), TOWN))
        .isEmpty();
  }

  @Test
  void aSlipOfTheKeyboardDoesNotHideTheNameBesideIt() {
    var account =
        SampleAccounts.features(
            Profile.newBuilder()
                .setAccount("chat:iq")
                .setRevision(0)
                .setNetwork("chat")
                .setSource("made-up")
                .setSeen(Instant.EPOCH)
                .setNames(List.of("Ilse Qui\u0455t", "Ilse Quist"))
                .build());

    assertThat(
            AccountComparison.of(account, git("Ilse Quist", "iq@home.example"), TOWN)
                .map(MatchScore::verdict))
        .contains(Verdict.ACCEPT);
  }

  @Test
  void namesakesAtOneHostWhomANumberTellsApartAreSuggested() {
    var score =
        AccountComparison.of(
            git("Ilse Quist", "ilse.quist@w.example"),
            git("Ilse Quist", "ilse.quist2@w.example"),
            TOWN);

    assertThat(score.map(MatchScore::verdict)).contains(Verdict.SUGGEST);
  }

  @Test
  void aTagIsTheSameMailboxIfTheNamesAgree() {
    var mailbox = git("John Smith", "jo@w.example");

    assertThat(AccountComparison.of(mailbox, git("John Smith", "jo+lists@w.example"), TOWN))
        .map(MatchScore::verdict)
        .contains(Verdict.ACCEPT);
    assertThat(AccountComparison.of(mailbox, git("Ilse Quist", "jo+lists@w.example"), TOWN))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ilse Quist | I. Quist   | i quist is short for ilse quist",
        "I. Quist   | Ilse Quist | i quist is short for ilse quist",
        "Ilsabeth Quist | Ils Quist | ils quist is short for ilsabeth quist",
      })
  void theShortNameIsShortForTheLongOne(String name, String otherName, String reason) {
    var one = git(name, "a1@home.example");
    var other = git(otherName, "b2@work.example");

    assertThat(AccountComparison.of(one, other, TOWN).map(MatchScore::reason)).contains(reason);
  }

  @Test
  void theCommonestNameOfACountryIsForAPersonToJudgeWhateverAddressIsMadeOfIt() {
    var town = among(40, Map.of());

    assertThat(
            AccountComparison.of(
                git("Marie Martin", "marie.martin@home.example"),
                git("Marie Martin", "marie.martin@work.example"),
                town))
        .map(MatchScore::verdict)
        .contains(Verdict.SUGGEST);
  }

  @ParameterizedTest
  @CsvSource({"tamsin@home.example, tamsin@work.example", "a1@home.example, b2@work.example"})
  void aFirstNameAloneJoinsNobodyNotEvenWhenItIsTheMailboxToo(String email, String otherEmail) {
    var score = AccountComparison.of(git("Tamsin", email), git("Tamsin", otherEmail), TOWN);

    assertThat(score.map(MatchScore::verdict)).isNotEqualTo(Optional.of(Verdict.ACCEPT));
  }

  @Test
  void theNameBesideARelaysAddressIsNobodys() {
    var relay =
        SampleAccounts.features(
            Profile.newBuilder()
                .setAccount("email:invitations@linkery.example")
                .setRevision(0)
                .setNetwork("mail")
                .setSource("made-up")
                .setSeen(Instant.EPOCH)
                .setNames(List.of("Ilse Quist"))
                .build());

    assertThat(AccountComparison.of(relay, git("Ilse Quist", "iq@home.example"), TOWN)).isEmpty();
  }

  private static double bits(
      AccountFeatures one, AccountFeatures other, NameFrequencies frequencies) {
    return AccountComparison.of(one, other, frequencies).orElseThrow().bits();
  }
}
