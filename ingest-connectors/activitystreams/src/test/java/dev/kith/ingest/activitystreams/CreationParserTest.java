package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreationParserTest {
  private static final String NOTE =
      """
      {'@context': ['https://www.w3.org/ns/activitystreams', {'Hashtag': 'as:Hashtag'}],
       'id': 'https://example.social/users/ann/statuses/1/activity',
       'type': 'Create',
       'actor': 'https://example.social/users/ann',
       'published': '2026-03-04T05:06:07Z',
       'to': ['https://www.w3.org/ns/activitystreams#Public'],
       'cc': ['https://example.social/users/ann/followers', 'https://example.net/users/Bob'],
       'object': {
         'id': 'https://example.social/users/ann/statuses/1',
         'type': 'Note',
         'attributedTo': 'https://example.social/users/ann',
         'published': '2026-03-04T05:06:07Z',
         'to': ['https://www.w3.org/ns/activitystreams#Public'],
         'cc': ['https://example.social/users/ann/followers', 'https://example.net/users/Bob'],
         'inReplyTo': 'https://example.net/users/bob/statuses/9',
         'url': 'https://example.social/@ann/1',
         'content': '<p>Frogs are back<br>in the <b>canal</b>.</p><blockquote>No frogs</blockquote>',
         'contentMap': {'en': '<p>Frogs are back<br>in the <b>canal</b>.</p><blockquote>No frogs</blockquote>'},
         'attachment': [{'type': 'Document', 'mediaType': 'image/png', 'url': 'https://example.social/media/frog.png', 'name': 'A frog'}],
         'tag': [
           {'type': 'Mention', 'href': 'https://example.net/users/Bob', 'name': '@bob@example.net'},
           {'type': 'Hashtag', 'href': 'https://example.social/tags/frogs', 'name': '#Frogs'}]}}
      """;

  @Test
  void aPostedNoteIsWhatWasMade() {
    Activity activity = TestDocuments.activity(NOTE);

    assertThat(activity.getId()).isEqualTo("https://example.social/users/ann/statuses/1");
    assertThat(activity.getKind()).isEqualTo("create");
    assertThat(activity.getRevision()).isZero();
    assertThat(activity.getActor()).isEqualTo("fediverse:ann@example.social");
    assertThat(activity.getAt()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
    assertThat(activity.getText()).isEqualTo("Frogs are back\nin the canal.");
    assertThat(activity.getQuoted()).isEqualTo("No frogs");
    assertThat(activity.getLanguage()).contains("en");
    assertThat(activity.getTopics()).containsExactly("frogs");
    assertThat(activity.getAttachments()).containsExactly("frog.png");
    assertThat(activity.getInReplyTo()).contains("https://example.net/users/bob/statuses/9");
    assertThat(activity.getUrl()).contains("https://example.social/@ann/1");
    assertThat(activity.getContext()).contains("example.social");
    assertThat(activity.getVisibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(activity.getOriginalType()).contains("application/activity+json");
    assertThat(activity.getOriginal().remaining()).isEqualTo(TestDocuments.bytes(NOTE).length);
  }

  @Test
  void whoIsMentionedAndCopiedIsMentioned() {
    assertThat(TestDocuments.towards(TestDocuments.activity(NOTE)))
        .containsExactly(entry("fediverse:bob@example.net", "mention"));
  }

  @Test
  void everybodyNamedHasAProfile() {
    var read = TestDocuments.understood(NOTE);

    assertThat(TestDocuments.profileOf("fediverse:bob@example.net", read).getHandle())
        .contains("bob");
    assertThat(TestDocuments.profileOf("fediverse:ann@example.social", read).getNames()).isEmpty();
  }

  @Test
  void aNoteAloneIsTheSameActivityAsItsPosting() {
    Activity alone =
        TestDocuments.activity(
            """
            {'id': 'https://example.social/users/ann/statuses/1', 'type': 'Note',
             'attributedTo': 'https://example.social/users/ann',
             'published': '2026-03-04T05:06:07Z', 'content': 'Frogs'}
            """);

    assertThat(alone.getId()).isEqualTo(TestDocuments.activity(NOTE).getId());
    assertThat(alone.getKind()).isEqualTo("create");
    assertThat(alone.getRevision()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'to': 'as:Public'                                                         | PUBLIC
          'to': ['https://x.example/@b', 'Public']                                  | PUBLIC
          'cc': 'https://www.w3.org/ns/activitystreams#Public'                      | UNLISTED
          'to': 'https://x.example/@b', 'cc': ['as:Public']                         | UNLISTED
          'to': 'https://x.example/users/a/followers'                               | PRIVATE
          'to': 'https://x.example/@b'                                              | PRIVATE
          'name': 'addressed to nobody'                                             | PRIVATE
          """)
  void theAddressesSayWhoMaySee(String addresses, Visibility visibility) {
    String document =
        "{'type':'Note','attributedTo':'https://x.example/@a','published':'2026-01-01T00:00:00Z',"
            + addresses
            + "}";

    assertThat(TestDocuments.activity(document.replace('‘', '\'')).getVisibility())
        .isEqualTo(visibility);
  }

  @Test
  void accountsOfAnyKindCanBeAddressed() {
    Activity activity =
        TestDocuments.activity(
            """
            {'type': 'Note', 'id': 'urn:x:1', 'attributedTo': 'mailto:Ann@example.org',
             'published': '2026-01-01', 'bto': 'https://bob.example/',
             'to': [{'type': 'Person', 'id': 'github:Cat', 'name': 'Cat Ray'}, {'type': 'Link', 'href': 'https://dan.example/me'}],
             'cc': 'acct:eve@example.net', 'bcc': ['mailto:fay@example.org'],
             'audience': {'type': 'Group', 'id': 'https://example.net/groups/frogs'}}
            """);

    assertThat(activity.getActor()).isEqualTo("email:ann@example.org");
    assertThat(TestDocuments.towards(activity))
        .containsOnly(
            entry("github:cat", "to"),
            entry("web:https://dan.example/me", "to"),
            entry("web:https://bob.example/", "bcc"),
            entry("fediverse:eve@example.net", "cc"),
            entry("email:fay@example.org", "bcc"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'content': 'Bonjour', 'contentMap': {'fr': 'Bonjour', 'en': 'Hello'} | Bonjour | fr
          'contentMap': {'fr-CA': 'Bonjour'}                                   | Bonjour | fr
          'contentMap': {'fr': ['Bonjour', 'Salut'], 'en': null}               | Bonjour | fr
          '@context': {'@vocab': 'https://www.w3.org/ns/activitystreams#', '@language': 'fr'}, 'content': 'Oui' | Oui | fr
          'content': [{'@value': 'Ja', '@language': 'de'}]                     | Ja      | de
          'content': {'eo': 'Jes'}                                             | Jes     | eo
          'contentMap': {'und': 'Hm'}                                          | Hm      |
          'content': '2 < 3', 'mediaType': 'text/plain'                        | 2 < 3   |
          'content': 'A &amp; B <script>alert(1)</script>'                     | A & B   |
          """)
  void textIsReadInItsLanguage(String content, String text, String language) {
    Activity activity =
        TestDocuments.activity(
            "{'type':'Note','attributedTo':'github:a','published':'2026-01-01T00:00:00Z',"
                + content
                + "}");

    assertThat(activity.getText()).isEqualTo(text);
    assertThat(activity.getLanguage().orElse(null)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@context':'https://www.w3.org/ns/activitystreams','@id':'https://x.example/1','@type':'Note','attributedTo':{'@id':'https://x.example/@a'},'published':'2026-01-01T00:00:00Z','content':'Hi'}",
        "{'@context':{'x':'https://www.w3.org/ns/activitystreams#'},'@id':'https://x.example/1','@type':['x:Note','http://schema.org/Comment'],'x:attributedTo':['https://x.example/@a'],'x:published':'2026-01-01T00:00:00Z','x:content':'Hi'}",
        "{'@context':['https://www.w3.org/ns/activitystreams',{'writer':'as:attributedTo','when':{'@id':'as:published','@type':'xsd:dateTime'}}],'id':'https://x.example/1','type':'as:Note','writer':'https://x.example/@a','when':'2026-01-01T01:00:00+01:00','content':'Hi'}",
        "{'@id':'https://x.example/1','@type':['https://www.w3.org/ns/activitystreams#Note'],'https://www.w3.org/ns/activitystreams#attributedTo':[{'@id':'https://x.example/@a'}],'https://www.w3.org/ns/activitystreams#published':[{'@type':'xsd:dateTime','@value':'2026-01-01T00:00:00.000Z'}],'https://www.w3.org/ns/activitystreams#content':[{'@value':'Hi'}]}",
        "{'@graph':[{'id':'https://x.example/1','type':'Note','attributedTo':'https://x.example/@a','published':'2026-01-01T00:00:00','content':'Hi'}]}",
        "{'type':'OrderedCollection','orderedItems':{'@list':[{'id':'https://x.example/1','type':'Note','attributedTo':'https://x.example/@a','published':'2026-01-01T00:00Z','content':'Hi'}]}}"
      })
  void howeverItIsWrittenItSaysTheSame(String document) {
    Activity activity = TestDocuments.activity(document);

    assertThat(activity.getId()).isEqualTo("https://x.example/1");
    assertThat(activity.getActor()).isEqualTo("fediverse:a@x.example");
    assertThat(activity.getAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(activity.getText()).isEqualTo("Hi");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/Note?x=1,https://example.org/Note?x=1",
    "mid:1234%40mail.example.org,1234@mail.example.org",
    "mid:1234@mail.example.org/part.2,1234@mail.example.org",
    "0123456789ABCDEF0123456789abcdef01234567,0123456789abcdef0123456789abcdef01234567"
  })
  void anIdNamesWhatOtherSourcesName(String stated, String id) {
    assertThat(TestDocuments.activity(noteWithId("'" + stated + "'")).getId()).isEqualTo(id);
  }

  @Test
  void withoutAnIdTheContentIsTheId() {
    String one =
        "{'type':'Note','attributedTo':'github:a','published':'2026-01-01','content':'Hi'}";
    String two =
        "{'content':'Hi','published':'2026-01-01','attributedTo':'github:a','type':'Note'}";
    String three = one.replace("Hi", "Ho");

    assertThat(TestDocuments.activity(one).getId()).startsWith("ni:///sha-256;");
    assertThat(TestDocuments.activity(two).getId()).isEqualTo(TestDocuments.activity(one).getId());
    assertThat(TestDocuments.activity(three).getId())
        .isNotEqualTo(TestDocuments.activity(one).getId());
  }

  @Test
  void aBotsNoteIsAutomatic() {
    Activity activity =
        TestDocuments.activity(
            """
            {'type': 'Note', 'published': '2026-01-01', 'to': 'github:ann',
             'attributedTo': {'type': 'Service', 'id': 'github:weather', 'name': 'Weather'}}
            """);

    assertThat(activity.getAutomated()).isTrue();
  }

  @Test
  void aQuestionIsReadWithItsAnswers() {
    Activity activity =
        TestDocuments.activity(
            """
            {'type': 'Question', 'id': 'https://x.example/q', 'actor': 'https://x.example/@a',
             'published': '2026-01-01T00:00:00Z', 'content': 'Tea?', 'oneOf': [{'type': 'Note', 'name': 'Yes'}, {'name': 'No'}]}
            """);

    assertThat(activity.getKind()).isEqualTo("create");
    assertThat(activity.getText()).isEqualTo("Tea?\nYes\nNo");
  }

  @Test
  void aDocumentMayNameItsNetwork() {
    var read =
        TestDocuments.understood(
            "{'kith:network':'forum','type':'Note','published':'2026-01-01','attributedTo':'forum:7'}");

    assertThat(read.activities().getFirst().getNetwork()).isEqualTo("forum");
    assertThat(read.profiles().getFirst().getNetwork()).isEqualTo("forum");
  }

  private static String noteWithId(String id) {
    return "{'type':'Note','attributedTo':'github:a','published':'2026-01-01','id':" + id + "}";
  }
}
