package dev.kith.identity.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.evidence.Findings;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is called by. */
class PersonBuilderTest {
  private final List<AccountProfile> members = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "G. Le Goff      | Gwenn Le Goff",
        "Le Goff, G.     | Le Goff, Gwenn",
        "Gwenn           | Gwenn Le Goff",
        "Gwenn           | G. Le Goff",
        "gwenn.legoff    | Gwenn Le Goff",
        "gwennlegoff     | G. Le Goff",
        "W.              | 陈伟",
        "Gwenn & Bo Kim  | gwenn.legoff",
        "Gwenn via Lists | Gwenn",
      })
  void theNameThatSaysMoreIsShownHoweverManyKnowTheOther(String common, String shown) {
    for (int i = 0; i < 3; i++) {
      add("contacts:" + i, Asserted.SELF, common);
    }
    add("email:gwenn.legoff@example.org", Asserted.OTHERS, shown);

    assertThat(PersonBuilder.names(members)).containsExactly(shown, common);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deleted User",
        "Unknown",
        "no name",
        "user.email",
        "Gelöschter Benutzer",
        "gwenn@example.org",
        "gwenn at example dot org",
        "Quillfeather Ltd.",
        "The Kestrel Developers",
        "Gwenn \u202Eeel"
      })
  void whatIsNobodysNameIsNotShown(String written) {
    add("contacts:1", Asserted.SELF, written);
    assertThat(PersonBuilder.names(members)).isEmpty();

    add("contacts:2", Asserted.OTHERS, "Gwenn");

    assertThat(PersonBuilder.names(members)).containsExactly("Gwenn");
  }

  @Test
  void ofNamesThatSayAsMuchTheOwnIsShown() {
    add("contacts:1", Asserted.OTHERS, "Gwenn Work");
    add("contacts:2", Asserted.OTHERS, "Gwenn Work");
    add("git:Gwenn Le Goff <g@example.org>", Asserted.SELF, "Gwenn Le Goff");

    assertThat(PersonBuilder.names(members)).containsExactly("Gwenn Le Goff", "Gwenn Work");
  }

  @Test
  void ofOwnNamesTheOneMostAccountsPutFirstIsShown() {
    add("contacts:1", Asserted.SELF, "Gwenn Le Goff", "Gwenn Ar Gov");
    add("contacts:2", Asserted.SELF, "Gwenn Ar Gov");
    add("contacts:3", Asserted.SELF, "Gwenn Ar Gov");
    List<String> names = PersonBuilder.names(members);

    Collections.reverse(members);

    assertThat(names).containsExactly("Gwenn Ar Gov", "Gwenn Le Goff");
    assertThat(PersonBuilder.names(members)).isEqualTo(names);
  }

  @Test
  void theRecordOfVeryManyAccountsIsShortenedAndSaysSo() {
    for (int i = 0; i < PersonBuilder.SHORTENED; i++) {
      members.add(verbose("contacts:" + i));
    }
    var person = PersonBuilder.of("person", 1, members, Findings.NONE);
    members.add(verbose("contacts:more"));

    var shortened = PersonBuilder.of("person", 2, members, Findings.NONE);

    assertThat(person.getShortened()).isFalse();
    assertThat(person.getAccounts()).allMatch(each -> each.getBio().isPresent());
    assertThat(shortened.getShortened()).isTrue();
    assertThat(shortened.getAccounts())
        .hasSize(PersonBuilder.SHORTENED + 1)
        .allMatch(each -> each.getBio().isEmpty() && each.getContexts().isEmpty())
        .allMatch(each -> each.getEmails().equals(List.of("g@example.org")));
  }

  private static AccountProfile verbose(String account) {
    return AccountProfile.of(
        Profile.newBuilder()
            .setAccount(account)
            .setRevision(0)
            .setNetwork("contacts")
            .setSource("test")
            .setSeen(Instant.EPOCH)
            .setEmails(List.of("g@example.org"))
            .setBio("Much has happened to me.")
            .setContexts(List.of("a list"))
            .build(),
        Instant.EPOCH);
  }

  private void add(String account, Asserted asserted, String... names) {
    members.add(
        AccountProfile.of(
            Profile.newBuilder()
                .setAccount(account)
                .setRevision(0)
                .setNetwork("test")
                .setSource("test")
                .setSeen(Instant.EPOCH)
                .setAsserted(asserted)
                .setNames(List.of(names))
                .build(),
            Instant.EPOCH));
  }
}
