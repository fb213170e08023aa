package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kith.schemas.Activity;
import dev.kith.schemas.Visibility;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Like     | 'object': 'https://y.example/users/bob/statuses/1'                                     | fediverse:bob@y.example like
          Like     | 'object': {'type': 'Note', 'id': 'https://y.example/1', 'attributedTo': 'github:bob'}   | github:bob like
          Like     | 'object': 'https://y.example/objects/1'                                                 |
          EmojiReact | 'object': 'https://y.example/@bob/1'                                                  | fediverse:bob@y.example like
          Announce | 'object': 'https://y.example/users/bob/statuses/1', 'to': 'as:Public', 'cc': ['https://y.example/users/bob', 'https://x.example/users/ann/followers'] | fediverse:bob@y.example announce
          Follow   | 'object': 'https://bob.example/'                                                        | web:https://bob.example/ follow
          Follow   | 'object': {'type': 'Group', 'id': 'https://y.example/c/frogs'}                          |
          Invite   | 'object': {'type': 'Event', 'name': 'Party'}, 'target': ['https://bob.example/', {'type': 'Person', 'id': 'mailto:cat@example.org'}] | web:https://bob.example/ invite, email:cat@example.org invite
          Offer    | 'object': 'https://x.example/posts/1', 'target': 'https://bob.example/'                 | web:https://bob.example/ offer
          Accept   | 'object': {'type': 'Follow', 'actor': 'https://y.example/@bob', 'object': 'https://x.example/@ann'} | fediverse:bob@y.example accept
          Reject   | 'object': {'type': 'Invite', 'actor': 'github:bob', 'object': {'type': 'Event'}}         | github:bob reject
          TentativeAccept | 'object': {'type': 'Invite', 'actor': 'github:bob'}                              | github:bob tentative-accept
          Add      | 'object': {'type': 'Person', 'id': 'github:bob'}, 'target': 'https://x.example/team'     | github:bob add
          Remove   | 'object': 'github:bob', 'target': 'https://x.example/team'                               | github:bob remove
          Join     | 'object': {'type': 'Event', 'id': 'https://x.example/e', 'attributedTo': 'github:bob'}   | github:bob join
          View     | 'object': {'type': 'Note', 'id': 'https://x.example/n', 'attributedTo': 'github:bob'}    |
          View     | 'object': 'https://x.example/n', 'to': 'github:bob'                                      | github:bob to
          Block    | 'object': 'https://y.example/@bob', 'to': 'https://y.example/@bob'                       |
          Flag     | 'object': ['https://y.example/@bob']                                                     |
          Dislike  | 'object': 'https://y.example/@bob/1'                                                     |
          Move     | 'object': 'https://x.example/users/ann', 'target': 'https://z.example/users/ann'          |
          Arrive   | 'location': {'type': 'Place', 'name': 'Work'}, 'cc': 'github:bob'                        | github:bob cc
          Activity | 'object': 'github:bob'                                                                   | github:bob activity
          """)
  void whatIsDoneTurnsToSomebody(String type, String rest, String expected) {
    Activity activity =
        TestDocuments.activity(
            "{'type':'"
                + type
                + "','id':'https://x.example/acts/1','actor':'https://x.example/users/ann',"
                + "'published':'2026-01-01T00:00:00Z',"
                + rest
                + "}");

    assertThat(activity.getId()).isEqualTo("https://x.example/acts/1");
    assertThat(activity.getActor()).isEqualTo("fediverse:ann@x.example");
    assertThat(TestDocuments.towards(activity)).isEqualTo(map(expected));
  }

  private static Map<String, String> map(@org.jspecify.annotations.Nullable String expected) {
    return expected == null
        ? Map.of()
        : java.util.stream.Stream.of(expected.split(", ", -1))
            .map(pair -> pair.split(" ", -1))
            .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @Test
  void aLikersNameStaysWithTheLikerAndTheWordsWithTheirAuthor() {
    Activity like =
        TestDocuments.activity(
            """
            {'type': 'Like', 'id': 'https://x.example/l', 'actor': 'github:ann', 'published': '2026-01-01',
             'object': {'type': 'Note', 'id': 'https://x.example/n', 'content': 'Frogs', 'attributedTo': 'github:bob',
               'to': 'github:cat', 'tag': {'type': 'Hashtag', 'name': '#frogs'}}}
            """);

    assertThat(like.getText()).isEmpty();
    assertThat(like.getTopics()).isEmpty();
    assertThat(TestDocuments.towards(like)).containsExactly(entry("github:bob", "like"));
  }

  @Test
  void whatIsAnnouncedIsAQuotation() {
    Activity announce =
        TestDocuments.activity(
            """
            {'type': 'Announce', 'id': 'https://x.example/a', 'actor': 'github:ann', 'published': '2026-01-01',
             'object': {'type': 'Note', 'id': 'https://x.example/n', 'content': '<p>Frogs</p>', 'attributedTo': 'github:bob'}}
            """);

    assertThat(announce.getText()).isEmpty();
    assertThat(announce.getQuoted()).isEqualTo("Frogs");
    assertThat(announce.getVisibility()).isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void whoActsTogetherTurnsToTheOther() {
    Activity activity =
        TestDocuments.activity(
            """
            {'type': 'Travel', 'id': 'https://x.example/t', 'published': '2026-01-01',
             'actor': [{'type': 'Person', 'name': 'nobody'}, 'github:ann', 'github:bob']}
            """);

    assertThat(activity.getActor()).isEqualTo("github:ann");
    assertThat(TestDocuments.towards(activity)).containsExactly(entry("github:bob", "co-actor"));
  }

  @Test
  void whatArrivesWithoutATimeWasDoneNow() {
    var read =
        TestDocuments.arrived(
            "{'type':'Follow','id':'https://x.example/f','actor':'github:ann','object':'github:bob'}");

    assertThat(read.activities().getFirst().getAt()).isEqualTo(TestDocuments.ARRIVAL);
  }
}
