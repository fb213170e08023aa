package dev.kith.ingest.bluesky.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordMapperTest {
  private static final String ANN = "did:plc:annannannannannannannann";
  private static final String BOB = "did:plc:bobbobbobbobbobbobbobbob";
  private static final String CAT = "did:plc:catcatcatcatcatcatcatcat";
  private static final Instant KNOWN = Instant.parse("2026-03-04T05:06:07.123Z");

  private final RecordMapper mapper = new RecordMapper("town", list -> list.endsWith("/friends"));

  @Test
  void anAnswerIsDirectedAtTheAuthorOfItsParentAndAtTheAuthorOfTheThread() throws Exception {
    Activity answer =
        map(
            Lexicon.POST,
            """
            {"text": "At the lake", "langs": ["en-GB"], "createdAt": "2026-03-04T05:06:00Z",
             "reply": {"parent": {"uri": "at://%s/app.bsky.feed.post/2"},
                       "root": {"uri": "at://%s/app.bsky.feed.post/1"}}}
            """
                .formatted(BOB, CAT));

    assertThat(answer.getId()).isEqualTo("at://" + ANN + "/app.bsky.feed.post/3");
    assertThat(answer.getKind()).isEqualTo("create");
    assertThat(answer.getAt()).isEqualTo("2026-03-04T05:06:00Z");
    assertThat(answer.getRevision()).isEqualTo(KNOWN.toEpochMilli());
    assertThat(answer.getLanguage()).hasValue("en");
    assertThat(answer.getInReplyTo()).hasValue("at://" + BOB + "/app.bsky.feed.post/2");
    assertThat(answer.getThread()).hasValue("at://" + CAT + "/app.bsky.feed.post/1");
    assertThat(answer.getTowards())
        .containsExactly(
            new Towards("bluesky:" + BOB, "reply"), new Towards("bluesky:" + CAT, "cc"));
  }

  @Test
  void aQuotationIsDirectedAtTheAuthorOfTheQuotedPost() throws Exception {
    Activity quotation =
        map(
            Lexicon.POST,
            """
            {"text": "Look", "embed": {"$type": "app.bsky.embed.recordWithMedia",
              "record": {"record": {"uri": "at://%s/app.bsky.feed.post/1"}},
              "media": {"external": {"uri": "https://example.org/frogs"}}}}
            """
                .formatted(BOB));

    assertThat(quotation.getTowards()).containsExactly(new Towards("bluesky:" + BOB, "quote"));
    assertThat(quotation.getText()).isEqualTo("Look\nhttps://example.org/frogs");
  }

  @Test
  void facetsGiveMentionsTagsAndWholeLinksWhateverTheTextBeforeThem() throws Exception {
    Activity post =
        map(
            Lexicon.POST,
            """
            {"text": "🐸 @bob see exa… #Frogs", "tags": ["ponds"], "facets": [
              {"index": {"byteStart": 5, "byteEnd": 9},
               "features": [{"$type": "app.bsky.richtext.facet#mention", "did": "%s"}]},
              {"index": {"byteStart": 14, "byteEnd": 20},
               "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/x"}]},
              {"index": {"byteStart": 21, "byteEnd": 27},
               "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "Frogs"}]},
              {"index": {"byteStart": 40, "byteEnd": 50},
               "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "outside"}]}]}
            """
                .formatted(BOB));

    assertThat(post.getText()).isEqualTo("🐸 @bob see https://example.org/x #Frogs");
    assertThat(post.getTowards()).containsExactly(new Towards("bluesky:" + BOB, "mention"));
    assertThat(post.getTopics()).containsExactly("frogs", "ponds");
  }

  @Test
  void aLikeOfOnesOwnPostIsDirectedAtNobody() throws Exception {
    String own = "{\"subject\": {\"uri\": \"at://" + ANN + "/app.bsky.feed.post/1\"}}";

    assertThat(map(Lexicon.LIKE, own).getTowards()).isEmpty();
  }

  @Test
  void aMemberOfAListToReadIsAddedAndOneOfAListToAvoidIsNot() throws Exception {
    String item = "{\"subject\": \"%s\", \"list\": \"at://%s/app.bsky.graph.list/%s\"}";

    assertThat(map(Lexicon.LIST_ITEM, item.formatted(BOB, ANN, "friends")).getTowards())
        .containsExactly(new Towards("bluesky:" + BOB, "add"));
    assertThat(map(Lexicon.LIST_ITEM, item.formatted(BOB, ANN, "pests")).getTowards()).isEmpty();
  }

  @Test
  void aTimeInTheFutureGivesWayToThatOfTheKey() throws Exception {
    var uri = new AtUri(ANN, "app.bsky.feed.post", "3jzfcijpj2z2a");
    var value =
        new ObjectMapper().readTree("{\"text\": \"x\", \"createdAt\": \"2199-01-01T00:00:00Z\"}");

    Activity post = mapper.activity(Lexicon.POST, new RecordVersion(uri, "", value, KNOWN));

    assertThat(post.getAt()).isBetween("2023-06-01T00:00:00Z", "2023-08-01T00:00:00Z");
  }

  @Test
  void aDeletionKeepsTheActorAndNothingElse() {
    Activity deletion = mapper.deletion(new AtUri(ANN, "app.bsky.feed.like", "1"), KNOWN);

    assertThat(deletion.getDeleted()).isTrue();
    assertThat(deletion.getKind()).isEqualTo("like");
    assertThat(deletion.getActor()).isEqualTo("bluesky:" + ANN);
    assertThat(deletion.getTowards()).isEmpty();
  }

  @Test
  void aRecordWithoutWhatItsLexiconDemandsIsRefusedWithTheReason() {
    assertThatThrownBy(() -> map(Lexicon.POST, "{}"))
        .hasMessage("expected a text in the post, found none");
    assertThatThrownBy(() -> map(Lexicon.LIKE, "{\"subject\": {\"uri\": \"https://x.example\"}}"))
        .hasMessage("expected the address of a record, found none");
    assertThatThrownBy(() -> map(Lexicon.FOLLOW, "{\"subject\": \"ann.example.org\"}"))
        .hasMessage("expected the DID of an account, found none");
  }

  private Activity map(Lexicon lexicon, String json) throws Exception {
    var uri = new AtUri(ANN, lexicon.collection(), "3");
    return mapper.activity(
        lexicon, new RecordVersion(uri, "bafy", new ObjectMapper().readTree(json), KNOWN));
  }
}
