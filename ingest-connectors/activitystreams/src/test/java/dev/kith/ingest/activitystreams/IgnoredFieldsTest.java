package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.activity.DocumentParser;
import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field that cannot be read loses nothing but itself, and is named. */
class IgnoredFieldsTest {
  private static final String NOTE =
      "{'type': 'Note', 'id': 'https://x.example/n', 'attributedTo': 'github:ann',"
          + " 'published': '2026-01-31T12:00:00Z', 'content': 'Frogs', ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'updated': 'yesterday'                   | updated: expected a time such as 2026-01-31T12:00:00Z, found other text
          'updated': '0001-01-01T00:00:00Z'        | updated: expected a time in the past since 1971, found another
          'contentMap': ['Frogs']                  | contentMap: expected one text for each language, found a list
          'contentMap': {'en': 5}                  | contentMap: expected text, found a number
          'nameMap': 3, 'name': ['Pond']           | nameMap: expected one text for each language, found a number
          'summary': 42                            | summary: expected text, found a number
          'inReplyTo': 'the one before'            | inReplyTo: expected an absolute URI, found other text
          'inReplyTo': 7                           | inReplyTo: expected an address or an object, found a number
          'to': 'Bob'                              | to: expected the address of an account, found other text
          'cc': [true, 'github:bob']               | cc: expected an address or an object, found true or false
          'tag': [5, {'type': 'Hashtag', 'name': '#t'}] | tag: expected an address or an object, found a number
          'tag': {'type': 7}                       | type: expected the name of a type, found a number
          'url': 9                                 | url: expected an address or an object, found a number
          'mediaType': {}                          | mediaType: expected text, found an object without it
          'network': 'My Net'                      | network: expected a name of a-z, 0-9 and -, found other text
          'attachment': [[]]                       | attachment: expected an address or an object, found an empty list
          """)
  void aFieldThatCannotBeReadIsLeftOutAndNamed(String field, String reason) {
    var read = TestDocuments.understood(NOTE + field + "}");

    assertThat(read.activities()).hasSize(1);
    assertThat(read.activities().getFirst().getText()).isEqualTo("Frogs");
    assertThat(read.activities().getFirst().getAt())
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(read.ignored()).containsValue(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'inReplyTo': '', 'updated': null, 'to': []
          'contentMap': {}, 'tag': [null], 'cc': null
          '@context': [], 'inReplyTo': null
          '@context': 'https://w3id.org/security/v1'
          '@context': {'toot': 'http://joinmastodon.org/ns#'}
          '@context': {'@language': 'en'}
          """)
  void nothingIsNoFault(String fields) {
    assertThat(TestDocuments.understood(NOTE + fields + "}").ignored()).isEmpty();
  }

  @Test
  void theReadableRecipientsOfAListStay() {
    var note = TestDocuments.activity(NOTE + "'to': [7, 'Bob', 'github:cleo', {'name': 'Dan'}]}");

    assertThat(TestDocuments.towards(note)).containsOnlyKeys("github:cleo");
  }

  @Test
  void anUnreadableAddressWidensNothing() {
    var open = new DocumentParser(new DocumentOrigin("town", "fediverse", Visibility.PUBLIC));
    var reading = open.read(TestDocuments.bytes(NOTE + "'to': 5}")).getFirst();

    assertThat(((ParseOutcome.Parsed) reading).activities().getFirst().getVisibility())
        .isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void aTranslationInAListIsTakenWhereThereIsNoOtherText() {
    var note =
        TestDocuments.activity(
            "{'type': 'Note', 'attributedTo': 'github:ann', 'published': '2026-01-31',"
                + " 'contentMap': ['<p>Newts</p>']}");

    assertThat(note.getText()).isEqualTo("Newts");
  }

  @Test
  void whatIsNeededIsNotLeftOut() {
    assertThat(
            TestDocuments.reason(
                "{'type': 'Note', 'attributedTo': [4], 'published': '2026-01-31'}"))
        .isEqualTo("attributedTo: expected an address or an object, found a number");
    assertThat(
            TestDocuments.reason(
                "{'type': 'Note', 'attributedTo': 'github:a', 'published': 'May'}"))
        .startsWith("published: expected a time such as");
  }
}
