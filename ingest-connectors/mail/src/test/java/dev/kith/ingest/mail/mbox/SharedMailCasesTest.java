package dev.kith.ingest.mail.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.mail.TestMails;
import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.message.PageLimits;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Visibility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Reads the shared inputs about who wrote a mail, in which bytes and to which addresses, where
 * there are any, and compares with what their index expects.
 */
class SharedMailCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("kith.shared", "../../../shared")).resolve("cases");

  /** What a connector makes of one archive. */
  private record Case(List<Activity> activities, List<Profile> profiles) {
    Activity only() {
      assertThat(activities).hasSize(1);
      return activities.getFirst();
    }

    List<String> actors() {
      return activities.stream().map(Activity::getActor).toList();
    }

    Set<String> towards() {
      return activities.stream()
          .flatMap(each -> each.getTowards().stream())
          .map(target -> target.getAccount())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> names(String account) {
      return profiles.stream()
          .filter(profile -> profile.getAccount().equals(account))
          .flatMap(profile -> profile.getNames().stream())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<AccountKind> kinds(String account) {
      return profiles.stream()
          .filter(profile -> profile.getAccount().equals(account))
          .map(Profile::getKind)
          .collect(Collectors.toSet());
    }

    Set<String> accounts() {
      return profiles.stream()
          .map(Profile::getAccount)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    <T> Map<String, T> byId(Function<Activity, T> value) {
      Map<String, T> byId = new TreeMap<>();
      activities.forEach(
          each -> byId.put(each.getId().replace("@example.org", ""), value.apply(each)));
      return byId;
    }
  }

  private static Case read(String file) throws Exception {
    Path archive = CASES.resolve(file);
    boolean present = Files.exists(archive);
    if (!present) {
      System.out.println(
          "SKIPPED: the shared case "
              + file
              + ", because there are none; name their folder in kith.shared");
    }
    assumeTrue(present, "no shared cases");
    var reader = TestMails.parser(Visibility.PRIVATE, null);
    try (var connector =
        new MboxConnector(
            "test",
            new MboxFileLister(archive, DiscardedPolicy.EXCLUDE),
            reader,
            MboxFormat.AUTO,
            PageLimits.DEFAULT)) {
      var all = ReadThrough.of(connector, Cursor.START);
      assertThat(all.unreadable()).isEmpty();
      return new Case(all.activities(), all.profiles());
    }
  }

  @Test
  void a01EncodedWordsThatCutACharacter() throws Exception {
    var read = read("A/a01-rfc2047-split-multibyte-q.mbox");

    assertThat(read.only().getActor()).isEqualTo("email:zofie@example.org");
    assertThat(read.names("email:zofie@example.org")).containsExactly("Žofie Nováková");
    assertThat(read.names("email:petr@example.net")).containsExactly("Petr Dvořák");
    assertThat(read.only().getTitle()).contains("Žáby jsou zpět na louce!");
  }

  @Test
  void a03AnEncodedCommaBelongsToTheName() throws Exception {
    var read = read("A/a03-encoded-comma-in-name.mbox");

    assertThat(read.names(read.only().getActor())).containsExactly("Žofie Nováková");
    assertThat(read.towards()).containsExactly("email:bo@example.net", "email:ida@example.org");
    assertThat(read.accounts()).hasSize(3);
  }

  @Test
  void a04CommasThatNobodyQuoted() throws Exception {
    var read = read("A/a04-unquoted-comma-in-name.mbox");

    assertThat(read.only().getActor()).isEqualTo("email:petr@example.org");
    assertThat(read.towards())
        .containsExactly("email:gil@example.net", "email:ida@example.org", "email:ned@example.net");
    assertThat(read.accounts()).hasSize(4);
    assertThat(read.names("email:petr@example.org")).containsExactly("Petr Horak");
  }

  @Test
  void a06EncodedWordsBesideEachOther() throws Exception {
    var read = read("A/a06-encoded-word-neighbours.mbox");

    assertThat(read.names(read.only().getActor())).containsExactly("José Pérez");
    assertThat(read.towards().stream().flatMap(account -> read.names(account).stream()))
        .containsExactlyInAnyOrder("山本蛙子", "🐸", "Łucja Żak");
    assertThat(read.only().getTitle()).contains("Été à Rennes – suite");
  }

  @Test
  void a09RawUtf8InAddresses() throws Exception {
    var read = read("A/a09-eai-raw-utf8.mbox");

    assertThat(read.actors()).containsExactly("email:žofie@example.org", "email:žofie@example.org");
    assertThat(read.names("email:žofie@example.org")).containsExactly("Žofie Nováková");
    assertThat(read.towards()).containsExactly("email:андрей@example.net");
  }

  @Test
  void a09VariantsOfRawUtf8() throws Exception {
    var read = read("variants/raw.mbox");

    assertThat(read.towards())
        .contains(
            "email:андрей@example.net", "email:сергей@example.net", "email:lukasz@example.net");
    assertThat(read.names("email:lukasz@example.net")).containsExactly("Łukasz Żak");
    assertThat(read.names("email:kaeruko@example.net")).containsExactly("山本蛙子");
  }

  @Test
  void a11GroupsAreNoAccounts() throws Exception {
    var read = read("A/a11-groups.mbox");

    assertThat(read.activities()).hasSize(3);
    assertThat(read.activities().get(0).getTowards()).isEmpty();
    assertThat(read.activities().get(1).getTowards()).isEmpty();
    assertThat(read.towards())
        .containsExactly(
            "email:ed@example.net",
            "email:ida@example.org",
            "email:joan@example.net",
            "email:jon@example.net");
    assertThat(read.accounts()).noneMatch(account -> account.contains("recipient"));
  }

  @Test
  void a13AnAddressAsDisplayName() throws Exception {
    var read = read("A/a13-address-as-display-name.mbox");

    assertThat(read.actors())
        .containsExactly(
            "email:bea@example.org",
            "email:mallory@example.net",
            "email:mallory@example.net",
            "email:mallory@example.net");
    assertThat(read.names("email:bea@example.org")).isEmpty();
    assertThat(read.accounts()).doesNotContain("email:ann@example.org");
  }

  @Test
  void a15QuotedLocalParts() throws Exception {
    var read = read("A/a15-quoted-local-parts-and-two-ats.mbox");

    assertThat(read.actors().subList(0, 3))
        .containsExactly(
            "email:\"ann lee\"@example.org", "email:\"a@b\"@example.org", "email:ida@example.org");
    assertThat(read.names("email:ida@example.org")).containsExactly("Ida \"One, comma\" Ivy");
    assertThat(read.accounts()).noneMatch(account -> account.endsWith("@evil.example"));
  }

  @Test
  void a16AuthorsBehindAList() throws Exception {
    var read = read("A/a16-mailman-via.mbox");

    assertThat(read.actors())
        .containsExactly(
            "email:ann@example.org", "email:bob@example.net", "email:cleo@example.org");
    assertThat(read.names("email:ann@example.org")).containsExactly("Ann Lee");
    assertThat(read.names("email:bob@example.net")).containsExactly("Bob Birk");
    assertThat(read.names("email:cleo@example.org")).containsExactly("Cleo Carr");
    assertThat(read.kinds("email:frogs@lists.example.org")).containsExactly(AccountKind.LIST);
    assertThat(read.names("email:frogs@lists.example.org")).containsExactly("Frogs");
    assertThat(read.towards()).doesNotContain("email:frogs@lists.example.org");
  }

  @Test
  void a19TwoAuthors() throws Exception {
    var read = read("A/a19-two-authors.mbox");

    assertThat(read.only().getActor()).isEqualTo("email:ann@example.org");
    assertThat(TestMails.towards(read.only()))
        .containsExactly("co-authored email:bob@example.net", "to email:dan@example.net");
    assertThat(read.names("email:bob@example.net")).containsExactly("Bob Birk");
  }

  @Test
  void a28AddressesOfAPublicArchive() throws Exception {
    var read = read("A/a28-pipermail-obfuscated.txt");

    assertThat(read.actors())
        .containsExactly("email:ida@example.org", "email:gil@example.net", "email:ann@example.org");
    assertThat(read.names("email:gil@example.net")).containsExactly("Gil at the Pond");
    assertThat(read.activities())
        .allSatisfy(each -> assertThat(each.getContext()).contains("frogs"));
    assertThat(read.activities().get(1).getInReplyTo()).contains("a28a@example.org");
  }

  @Test
  void a33FieldsThatAreThereTwice() throws Exception {
    var read = read("A/a33-fields-twice.mbox");

    assertThat(read.only().getId()).isEqualTo("a33@example.org");
    assertThat(read.only().getAt()).hasToString("2003-02-01T10:00:00Z");
  }

  @Test
  void a43CharsetsThatAreNotAsDeclared() throws Exception {
    var read = read("A/a43-charset-lies.mbox");

    String polish = "Cześć, żabo! Piękny dzień.";
    assertThat(read.activities().stream().map(Activity::getText))
        .containsExactly(polish, polish, polish, polish, "Frösche", "łąka");
  }

  @Test
  void a47TheParentOfAMail() throws Exception {
    var read = read("A/a47-in-reply-to.mbox");

    String first = "a47a@example.org";
    assertThat(read.byId(each -> each.getInReplyTo().orElse("")))
        .isEqualTo(
            Map.of(
                "a47a", "", "a47b", first, "a47c", first, "a47d", first, "a47e", "", "a47f", first,
                "a47g", first, "a47h", ""));
  }

  @Test
  void e07NotificationsOfAForge() throws Exception {
    var read = read("variants/e07v.mbox");

    for (String robot :
        List.of(
            "notifications@forge.example", "invitations@linkery.example",
            "pond@noreply.forge.example", "mention@noreply.forge.example")) {
      assertThat(read.kinds("email:" + robot)).containsExactly(AccountKind.BOT);
      assertThat(read.names("email:" + robot)).isSubsetOf("Mention");
    }
    assertThat(read.byId(Activity::getAutomated))
        .isEqualTo(
            Map.of(
                "e07a", true, "e07b", true, "e07c", true, "e07d", true, "e07e", true, "e07v", false,
                "e07w", false));
    assertThat(read.accounts()).noneMatch(account -> account.contains("reply+"));
    assertThat(read.names("email:fay@fern.example")).containsExactly("Fay Farn");
  }

  @Test
  void e07TheSameWithoutThePeople() throws Exception {
    var read = read("E/e07-forge-notifications.mbox");

    assertThat(read.activities()).hasSize(5).allMatch(Activity::getAutomated);
    assertThat(read.accounts())
        .filteredOn(account -> read.kinds(account).contains(AccountKind.PERSON))
        .containsExactly("email:ann@example.org");
  }

  @Test
  void e08MailToOneself() throws Exception {
    var read = read("E/e08-self.mbox");

    assertThat(read.activities()).isNotEmpty();
    assertThat(read.accounts())
        .allMatch(account -> account.equals(account.toLowerCase(Locale.ROOT)));
  }

  @Test
  void e19ATicketSystem() throws Exception {
    var read = read("E/e19-tickets.mbox");

    for (String role : List.of("email:support@shop.example", "email:support+id77@shop.example")) {
      assertThat(read.kinds(role)).containsExactly(AccountKind.ROLE);
      assertThat(read.names(role)).isEmpty();
    }
    assertThat(read.byId(Activity::getAutomated))
        .isEqualTo(
            Map.of("e19a", true, "e19b", false, "e19c", false, "e19d", false, "e19z", false));
  }
}
