package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Asserted;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private static final String ANN =
      """
      {'@context': ['https://www.w3.org/ns/activitystreams', {'schema': 'http://schema.org#', 'PropertyValue': 'schema:PropertyValue', 'value': 'schema:value'}],
       'id': 'https://example.social/users/ann', 'type': 'Person', 'preferredUsername': 'ann', 'name': 'Ann Lee',
       'summary': '<p>Frogs &amp; canals</p>', 'published': '2020-01-01T00:00:00Z', 'updated': '2026-01-01T00:00:00Z',
       'followers': 'https://example.social/users/ann/followers', 'url': 'https://example.social/@ann',
       'icon': {'type': 'Image', 'url': 'https://example.social/ann.png'},
       'alsoKnownAs': ['https://old.example/users/ann', 'mailto:ann@example.org'],
       'email': 'Ann.Lee@example.org', 'organisation': 'Pond Watch',
       'attachment': [
         {'type': 'PropertyValue', 'name': 'Page', 'value': '<a href="https://ann.example/">ann.example</a>'},
         {'type': 'PropertyValue', 'name': 'Pronouns', 'value': 'she'}]}
      """
          .replace("\"", "\\'");

  @Test
  void anActorDocumentIsWhatAnAccountSaysOfItself() {
    Profile ann = TestDocuments.profile(ANN.replace("\\'", "\\\""));

    assertThat(ann.getAccount()).isEqualTo("fediverse:ann@example.social");
    assertThat(ann.getAsserted()).isEqualTo(Asserted.SELF);
    assertThat(ann.getKind()).isEqualTo(AccountKind.PERSON);
    assertThat(ann.getNames()).containsExactly("Ann Lee");
    assertThat(ann.getHandle()).contains("ann");
    assertThat(ann.getEmails()).containsExactly("ann.lee@example.org");
    assertThat(ann.getOrganisation()).contains("Pond Watch");
    assertThat(ann.getBio()).contains("Frogs & canals");
    assertThat(ann.getContexts()).containsExactly("example.social");
    assertThat(ann.getRevision()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    assertThat(ann.getSeen()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(ann.getLinks())
        .containsExactly(
            new Link("fediverse:ann@old.example", false),
            new Link("email:ann@example.org", false),
            new Link("https://ann.example/", false));
  }

  @Test
  void aHashtagInABioStaysOneWordWhateverItsMarkup() {
    Profile profile =
        TestDocuments.profile(
            "{'type':'Person','id':'https://x.example/users/a','summary':'<p>Frogs <a"
                + " rel=tag>#<span>nobot</span></a></p>'}");

    assertThat(profile.getBio()).contains("Frogs #nobot");
  }

  @ParameterizedTest
  @CsvSource({
    "Person,PERSON",
    "Service,BOT",
    "Application,BOT",
    "Group,LIST",
    "Organization,ORGANISATION",
    "as:Group,LIST"
  })
  void theTypeTellsWhatStandsBehindAnAccount(String type, AccountKind kind) {
    Profile profile =
        TestDocuments.profile("{'type':'" + type + "','id':'https://x.example/users/a'}");

    assertThat(profile.getKind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'Create','actor':'https://x.example/users/a','object':{'type':'Person','id':'https://x.example/users/a','name':'A'}}",
        "{'type':'Update','actor':'https://x.example/users/a','object':{'type':'Person','id':'https://x.example/users/a','name':'A'}}",
        "{'type':'Profile','describes':{'type':'Person','id':'https://x.example/users/a','name':'A'}}"
      })
  void anActorInsideItsPostingIsAProfile(String document) {
    Profile profile = TestDocuments.profile(document);

    assertThat(profile.getAccount()).isEqualTo("fediverse:a@x.example");
    assertThat(profile.getNames()).containsExactly("A");
  }

  @Test
  void anAddressThatHidesTheNameIsLinkedToIt() {
    Profile profile =
        TestDocuments.profile(
            "{'type':'Person','id':'https://x.example/users/9f3k','preferredUsername':'Ann'}");

    assertThat(profile.getAccount()).isEqualTo("fediverse:9f3k@x.example");
    assertThat(profile.getLinks()).containsExactly(new Link("fediverse:ann@x.example", true));
  }

  @Test
  void anAccountThatEndsIsWithdrawn() {
    Profile profile =
        TestDocuments.profile(
            "{'type':'Delete','published':'2026-01-01T00:00:00Z','actor':'https://x.example/users/a','object':'https://x.example/users/a'}");

    assertThat(profile.getDeleted()).isTrue();
    assertThat(profile.getRevision())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + 1);
  }

  @Test
  void whoIsOnlyNamedNeverHidesWhatIsKnown() {
    var read =
        TestDocuments.understood(
            """
            {'type': 'Like', 'actor': {'type': 'Person', 'id': 'github:ann', 'name': 'Ann Lee'},
             'object': {'type': 'Note', 'attributedTo': 'github:bob'}, 'published': '2026-01-01'}
            """);
    var onlyNamed =
        TestDocuments.understood(
            "{'type':'Like','actor':'github:ann','object':'urn:x:1','published':'2026-09-01'}");

    Profile named = TestDocuments.profileOf("github:ann", read);

    assertThat(named.getAsserted()).isEqualTo(Asserted.SELF);
    assertThat(TestDocuments.profileOf("github:bob", read).getAsserted())
        .isEqualTo(Asserted.OTHERS);
    assertThat(RevisionOrder.order(named))
        .isGreaterThan(RevisionOrder.order(TestDocuments.profileOf("github:ann", onlyNamed)));
  }

  @Test
  void whoIsToldToBeAGroupIsNoPersonForBeingNamedElsewhere() {
    var told =
        TestDocuments.understood(
            "{'type':'Join','actor':'github:ann','object':{'type':'Event'},'to':{'type':'Group','id':'https://x.example/g'},'published':'2026-01-01'}");
    var named =
        TestDocuments.understood(
            "{'type':'Join','actor':'github:ann','object':{'type':'Event'},'to':'https://x.example/g','published':'2026-09-01'}");

    Profile group = TestDocuments.profileOf("web:https://x.example/g", told);

    assertThat(group.getKind()).isEqualTo(AccountKind.LIST);
    assertThat(RevisionOrder.order(group))
        .isGreaterThan(
            RevisionOrder.order(TestDocuments.profileOf("web:https://x.example/g", named)));
  }

  @Test
  void aTimelessActorDocumentMakesNobodySenior() {
    Profile profile = TestDocuments.profile("{'type':'Person','id':'github:ann','name':'Ann'}");

    assertThat(profile.getSeen()).isAfter(Instant.parse("2200-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        ":frog: Ann Lee :pond_2:|Ann Lee",
        "Ann:frog:Lee|Ann:frog:Lee",
        "Ann at 12:30:45|Ann at 12:30:45",
        "Ann <b>Lee</b>|Ann Lee",
        "Ann &amp; Bob|Ann & Bob",
        "Ann <3 frogs|Ann <3 frogs",
        "Ann \u202eeeL|Ann eeL"
      })
  void aNameIsItsWords(String written, String name) {
    assertThat(names("'name': '" + written + "'")).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@x.example", "@ann", "https://x.example/@ann", " ", ":frog:", "..."})
  void whatIsNoNameIsNone(String written) {
    assertThat(names("'name': '" + written + "'")).isEmpty();
  }

  @Test
  void aShortcodeThatATagNamesIsNoPartOfTheName() {
    assertThat(names("'name': 'Ann:frog:Lee', 'tag': {'type': 'Emoji', 'name': ':frog:'}"))
        .containsExactly("Ann Lee");
  }

  private static List<String> names(String fields) {
    return TestDocuments.profile(
            "{'type': 'Person', 'id': 'https://x.example/users/ann', " + fields + "}")
        .getNames();
  }
}
