package dev.kith.indexing.document;

import static dev.kith.indexing.ParsedDocument.fields;
import static dev.kith.indexing.ParsedDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.indexing.ParsedDocument;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Evidence;
import dev.kith.schemas.EvidenceKind;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Link;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonAccount;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.SeedsCodec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonDocumentTest {
  private static final DocumentFactory DOCUMENTS = new DocumentFactory(new Indices("kith-"));
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String MAIL = "email:ann@example.org";
  private static final String GIT = "git:Ann Lee <ann@example.org>";
  private static final String ID = PersonId.ofSeed(MAIL);

  private static final PersonAccount BY_MAIL =
      account(MAIL, "mail", "2020-01-02T00:00:00Z").setOrganisation("Example").build();
  private static final PersonAccount BY_GIT =
      account(GIT, "git", "2019-05-06T00:00:00Z")
          .setHandle("annlee")
          .setEmails(List.of("ann@example.org", "ann@other.example"))
          .setLinks(List.of(new Link("https://ann.example", true)))
          .setBio("Rivers and birds")
          .setContexts(List.of("birds.git"))
          .build();

  private static final Person ANN =
      Person.newBuilder()
          .setId(ID)
          .setVersion(7)
          .setKind(AccountKind.PERSON)
          .setAccounts(List.of(BY_MAIL, BY_GIT))
          .setNames(List.of("Ann Lee", "Ann"))
          .setEvidence(
              List.of(
                  Evidence.newBuilder()
                      .setA(MAIL)
                      .setB(GIT)
                      .setKind(EvidenceKind.DETERMINISTIC)
                      .setReason("both use ann@example.org")
                      .setBits(20.5)
                      .build()))
          .setSuggestions(List.of(suggestion(1.5), suggestion(-0.5)))
          .build();

  @Test
  void aPersonIsFoundByEverythingTheirAccountsSay() {
    JsonNode document = ParsedDocument.of(DOCUMENTS.of(ANN, NOW));

    assertThat(document.path("name").asText()).isEqualTo("Ann Lee");
    assertThat(texts(document, "names")).containsExactly("Ann Lee", "Ann");
    assertThat(texts(document, "accounts")).containsExactly(MAIL, GIT);
    assertThat(texts(document, "emails")).containsExactly("ann@example.org", "ann@other.example");
    assertThat(texts(document, "networks")).containsExactly("mail", "git");
    assertThat(texts(document, "handles")).containsExactly("annlee");
    assertThat(texts(document, "organisations")).containsExactly("Example");
    assertThat(texts(document, "bio")).containsExactly("Rivers and birds");
    assertThat(texts(document, "links")).containsExactly("https://ann.example");
    assertThat(document.path("firstSeen").asText()).isEqualTo("2019-05-06T00:00:00Z");
    assertThat(document.path("ended").asBoolean()).isFalse();
  }

  @Test
  void sinceWhenIsLeftOutWhereNobodySaidIt() {
    String unknown = "9999-12-31T00:00:00Z";
    var silent = account("fediverse:ann@example.social", "mastodon", unknown).build();
    var known = Person.newBuilder(ANN).setAccounts(List.of(silent, BY_MAIL)).build();
    var alone = Person.newBuilder(ANN).setAccounts(List.of(silent)).build();

    JsonNode document = ParsedDocument.of(DOCUMENTS.of(known, NOW));

    assertThat(document.path("firstSeen").asText()).isEqualTo("2020-01-02T00:00:00Z");
    assertThat(document.at("/accountDetails/0").has("seen")).isFalse();
    assertThat(document.at("/accountDetails/1/seen").asText()).isEqualTo("2020-01-02T00:00:00Z");
    assertThat(ParsedDocument.of(DOCUMENTS.of(alone, NOW)).has("firstSeen")).isFalse();
  }

  @Test
  void namesAreWrittenInComposedForm() {
    var apart = Person.newBuilder(ANN).setNames(List.of("Zoe\u0308", "Zo\u00eb")).build();

    JsonNode document = ParsedDocument.of(DOCUMENTS.of(apart, NOW));

    assertThat(document.path("name").asText()).isEqualTo("Zo\u00eb");
    assertThat(texts(document, "names")).containsExactly("Zo\u00eb");
  }

  @Test
  void aPersonIsFoundUnderEveryIdTheyMayHaveHad() {
    JsonNode document = ParsedDocument.of(DOCUMENTS.of(ANN, NOW));

    assertThat(texts(document, "ids")).containsExactlyInAnyOrder(ID, PersonId.ofSeed(GIT));
    assertThat(SeedsCodec.decode(document.path("seeds").asText()))
        .as("the present one first")
        .startsWith(ID)
        .containsExactlyInAnyOrder(ID, PersonId.ofSeed(GIT));
  }

  @Test
  void aPersonSaysWhyTheirAccountsAreOne() {
    JsonNode why = ParsedDocument.of(DOCUMENTS.of(ANN, NOW)).path("evidence").path(0);

    assertThat(why.path("a").asText()).isEqualTo(MAIL);
    assertThat(why.path("reason").asText()).isEqualTo("both use ann@example.org");
    assertThat(why.path("bits").asDouble()).isEqualTo(20.5);
    assertThat(why.has("refused")).isFalse();
  }

  @Test
  void aPersonIsFoundBecauseSomebodyMayBeTheSame() {
    var document = ParsedDocument.of(DOCUMENTS.of(ANN, NOW));

    assertThat(document.path("suggested").asInt()).isEqualTo(2);
    assertThat(document.path("suggestedBits").asDouble()).isEqualTo(1.5);
    assertThat(document.path("suggestions").path(1).path("bits").asDouble()).isEqualTo(-0.5);
  }

  @Test
  void aPersonWhomNobodyResemblesHasNoSuggestions() {
    var alone = Person.newBuilder(ANN).setSuggestions(List.of()).build();

    var document = ParsedDocument.of(DOCUMENTS.of(alone, NOW));

    assertThat(document.path("suggested").asInt(-1)).isZero();
    assertThat(document.has("suggestedBits")).isFalse();
  }

  @Test
  void whatOneAccountAsksForHoldsForThePerson() {
    var shy = PersonAccount.newBuilder(BY_MAIL).setBio("Birds. #NoIndex").build();
    var both = Person.newBuilder(ANN).setAccounts(List.of(shy, BY_GIT)).build();

    assertThat(ParsedDocument.of(DOCUMENTS.of(both, NOW)).path("optedOut").asBoolean()).isTrue();
    assertThat(ParsedDocument.of(DOCUMENTS.of(ANN, NOW)).path("optedOut").asBoolean(true))
        .isFalse();
  }

  @Test
  void phoneNumbersAndBirthdaysOfAllAccountsAreThePersons() {
    var card =
        PersonAccount.newBuilder(BY_MAIL)
            .setPhones(List.of("+33123456789"))
            .setBirthday("--05-17")
            .build();
    var both = Person.newBuilder(ANN).setAccounts(List.of(card, BY_GIT)).build();
    JsonNode document = ParsedDocument.of(DOCUMENTS.of(both, NOW));

    assertThat(texts(document, "phones")).containsExactly("+33123456789");
    assertThat(texts(document, "birthdays")).containsExactly("--05-17");
  }

  @Test
  void aPersonWithoutNameIsCalledByHandleThenByAddress() {
    var nameless = Person.newBuilder(ANN).setNames(List.of());

    assertThat(name(nameless)).isEqualTo("annlee");
    assertThat(name(nameless.setAccounts(List.of(BY_MAIL)))).isEqualTo("ann@example.org");
  }

  @Test
  void aPersonIsCalledByTheBestSpellingOfTheFirstName() {
    assertThat(name(named("beatrice moreau", "Béatrice Moreau", "Bea")))
        .isEqualTo("Béatrice Moreau");
    assertThat(name(named("ANN LEE", "Ann Lee"))).isEqualTo("Ann Lee");
    assertThat(name(named("Ann Lee", "ÀNN LÈE", "Bo Kim"))).isEqualTo("Ann Lee");
    assertThat(name(named("山田", "Yamada"))).isEqualTo("山田");
  }

  private static Person.Builder named(String... names) {
    return Person.newBuilder(ANN).setNames(List.of(names));
  }

  private static String name(Person.Builder person) {
    return ParsedDocument.of(DOCUMENTS.of(person.build(), NOW)).path("name").asText();
  }

  @Test
  void anIdThatNobodyHasAnyMoreLeavesATrace() {
    var ended = Person.newBuilder(ANN).setEnded(true).setAccounts(List.of()).setVersion(8).build();

    var put = DOCUMENTS.of(ended, NOW);

    assertThat(put.version()).isEqualTo(8);
    assertThat(put.id()).isEqualTo(ID);
    assertThat(fields(ParsedDocument.of(put)))
        .containsExactlyInAnyOrder("id", "kind", "ended", "endedAt");
  }

  @Test
  void aMomentOfAClockThatWasNeverSetIsUnknown() {
    var person =
        Person.newBuilder()
            .setId(ID)
            .setVersion(1)
            .setAccounts(
                List.of(
                    account("email:ann@example.org", "mail", "1970-01-01T00:00:00Z").build(),
                    account("github:ann", "github", "2020-01-02T00:00:00Z").build()))
            .build();
    var document = ParsedDocument.of(DOCUMENTS.of(person, NOW));

    assertThat(document.path("firstSeen").asText()).isEqualTo("2020-01-02T00:00:00Z");
    assertThat(document.at("/accountDetails/0").has("seen")).isFalse();
  }

  private static Evidence suggestion(double bits) {
    return Evidence.newBuilder()
        .setA(GIT)
        .setB("github:ann")
        .setKind(EvidenceKind.PROBABLE)
        .setReason("both go by ann")
        .setBits(bits)
        .build();
  }

  private static PersonAccount.Builder account(String account, String network, String seen) {
    return PersonAccount.newBuilder()
        .setAccount(account)
        .setNetwork(network)
        .setKind(AccountKind.PERSON)
        .setSeen(Instant.parse(seen));
  }
}
