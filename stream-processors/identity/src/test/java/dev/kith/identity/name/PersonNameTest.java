package dev.kith.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee           | ann lee",
        "Lee, Ann          | ann lee",
        "ANN  LEE          | ann lee",
        "Ann Lee (Example) | ann lee",
        "Ann Lee [ACME]    | ann lee",
        "AnnaLeeson        | anna leeson",
        "Élise Müller-Groß | elise muller gross",
        "Søren Ågård       | soren agard",
        "Анна Ли           | anna li",
        "Ann B. Lee        | ann b lee",
        "ann.lee@example | ann lee",
        "Dr. Ann Lee | ann lee",
        "Ann Lee, PhD | ann lee",
        "Lee, Ann, Ph.D. | ann lee",
        "Prof. Dr. Ann Lee | ann lee",
        "Frau Dr.-Ing. Ann Lee | ann lee",
        "Prof. Dr. med. Ann Lee | ann lee",
        "Dr. rer. nat. Ann Lee | ann lee",
        "Sra. Ann Lee | ann lee",
        "Ann Lee, MA, MD | ann lee",
        "Ann Lee M.Sc. | ann lee",
        "Ing. Ann Lee | ann lee",
        "д-р Анна Ли | anna li",
        "田中花子様 | tian zhong hua zi",
        "Ann Lee, Quillfeather Ltd. | ann lee",
        "Ann\u200B Lee\u200E | ann lee",
        "Jack Ma | jack ma",
        "Pan Wei | pan wei",
        "Don Quist | don quist",
        "Silva Neto | silva neto",
      })
  void aNameIsReadWhateverItsScriptOrderAndOrnament(String written, String words) {
    assertThat(PersonName.parse(written).map(PersonName::toString)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "root",
        "Firstname Lastname",
        "your name",
        "  ",
        "()",
        "Deleted User",
        "deleted-81",
        "[[Unknown]] [Not Provided]",
        "no name",
        "user.email",
        "First Last",
        "Ghost",
        "System Administrator",
        "Utilisateur supprimé",
        "Удалённый пользователь",
        "匿名用户",
        "ann.lee@example.org",
        "Quillfeather GmbH",
        "Kestrel AG",
        "Example Foundation",
        "Sales Team",
        "User 4711",
        "Ann \u202Eeel",
        "Gast Benutzer",
        "Insert Name Here",
        "LinkedIn Member",
        "EC2 Default User",
        "Administrador del Sistema",
        "(no author)",
        "Super User",
        "John Doe",
        "Anonymous Coward",
        "git config user.name"
      })
  void aPlaceholderIsNobodysName(String written) {
    assertThat(PersonName.parse(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bob Lee Sr.       | 1",
        "Bob Lee, Jr.      | 2",
        "Lee, Bob, Jr.     | 2",
        "Lee, Jr., Bob     | 2",
        "Bob Lee III       | 3",
        "Bob Silva Filho   | 2",
        "Dr. Bob Lee II, PhD | 2",
        "Bob Lee           | 0",
      })
  void aGenerationalSuffixIsNoWordOfTheName(String written, int generation) {
    var name = PersonName.parse(written).orElseThrow();

    assertThat(name.words()).hasSize(2).first().isEqualTo("bob");
    assertThat(name.generation()).isEqualTo(generation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee    | Abel Lee      | true",
        "Bob Lee Sr | Bob Lee Jr    | true",
        "Chris Lee  | Constance Lee | true",
        "Ann Lee    | A. Lee        | false",
        "Ann Lee    | Anna Lee      | false",
        "Mike Lee   | Michael Lee   | false",
        "Jim Lee    | James Lee     | false",
        "Sergei Lee | Sergey Lee    | false",
        "Ann Lee    | Bea Lee       | false",
        "Bob Lee    | Bob Lee Jr    | false",
      })
  void differentGivenNamesWithOneInitialContradict(String one, String other, boolean contradicts) {
    var first = PersonName.parse(one).orElseThrow();
    var second = PersonName.parse(other).orElseThrow();

    assertThat(first.contradicts(second)).isEqualTo(contradicts);
    assertThat(second.contradicts(first)).isEqualTo(contradicts);
  }

  @Test
  void theKeyDoesNotDependOnTheOrderOfTheWords() {
    var one = PersonName.parse("Ann Lee").orElseThrow();
    var other = PersonName.parse("Lee Ann").orElseThrow();

    assertThat(one.key()).isEqualTo(other.key());
  }

  @Test
  void aShortPartIsNoReasonToSplitAWord() {
    var name = PersonName.parse("McDowell").orElseThrow();

    assertThat(name.hasFamilyName()).isFalse();
  }
}
