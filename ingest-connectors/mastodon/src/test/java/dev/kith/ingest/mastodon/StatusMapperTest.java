package dev.kith.ingest.mastodon;

import static dev.kith.ingest.mastodon.Statuses.account;
import static dev.kith.ingest.mastodon.Statuses.json;
import static dev.kith.ingest.mastodon.Statuses.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.ingest.mastodon.mapping.FollowMapper;
import dev.kith.ingest.mastodon.mapping.NotificationMapper;
import dev.kith.ingest.mastodon.mapping.StatusMapper;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import dev.kith.schemas.Visibility;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusMapperTest {
  private static final String ANN = "fediverse:ann@town.example";
  private static final String BOB = "fediverse:bob@lake.example";

  private final StatusMapper mapper = new StatusMapper(Statuses.context());

  @Test
  void aStatusHasItsActivityPubIdAndTheFediverseAccountOfItsAuthor() {
    Activity post = mapper.status(status(2, "ann", "Frogs <b>are</b> back")).activity();

    assertThat(post.getId()).isEqualTo("https://town.example/statuses/2");
    assertThat(post.getActor()).isEqualTo(ANN);
    assertThat(post.getText()).isEqualTo("Frogs are back");
    assertThat(post.getAt()).isEqualTo(Instant.parse("2026-03-02T05:06:07Z"));
    assertThat(post.getRevision()).isZero();
  }

  @Test
  void aReplyIsDirectedAtItsAuthorAndThoseItMentions() {
    ObjectNode reply = status(2, "bob", "Where?");
    reply.put("in_reply_to_id", "1").put("in_reply_to_account_id", "ann-id");
    reply.set(
        "mentions",
        json("[{'id':'cat-id','acct':'cat@hill.example'},{'id':'ann-id','acct':'ann'}]"));

    Activity answer = mapper.status(reply).activity();

    assertThat(answer.getInReplyTo()).contains("https://town.example/statuses/1");
    assertThat(answer.getTowards())
        .containsExactly(
            new Towards("fediverse:cat@hill.example", "mention"), new Towards(ANN, "reply"));
  }

  @ParameterizedTest
  @CsvSource({
    "public,PUBLIC",
    "unlisted,UNLISTED",
    "private,PRIVATE",
    "direct,PRIVATE",
    "local,PRIVATE"
  })
  void aStatusIsAsVisibleAsItsServerSays(String stated, Visibility expected) {
    assertThat(
            mapper
                .status(status(2, "ann", "Hello").put("visibility", stated))
                .activity()
                .getVisibility())
        .isEqualTo(expected);
  }

  @Test
  void anEditIsALaterRevision() {
    ObjectNode edited = status(2, "ann", "Frogs").put("edited_at", "2026-03-02T06:00:00.000Z");

    assertThat(mapper.status(edited).activity().getRevision())
        .isEqualTo(Instant.parse("2026-03-02T06:00:00Z").toEpochMilli());
  }

  @Test
  void aBoostIsDirectedAtTheAuthorWhoseWordsItQuotes() {
    ObjectNode boost = status(3, "ann", "");
    boost.set("reblog", status(2, "bob", "Frogs"));

    Activity boosted = mapper.status(boost).activity();

    assertThat(boosted.getId()).isEqualTo("https://town.example/statuses/3");
    assertThat(boosted.getKind()).isEqualTo("announce");
    assertThat(boosted.getText()).isEmpty();
    assertThat(boosted.getQuoted()).isEqualTo("Frogs");
    assertThat(boosted.getTowards()).containsExactly(new Towards(BOB, "announce"));
  }

  @Test
  void aBoostOfTheReaderIsOneActivityInTheTimelineAndInTheNotification() {
    ObjectNode boost = status(3, "bob", "");
    boost.set("reblog", status(2, "ann", "Frogs"));
    ObjectNode notification = notification("reblog");
    notification.set("status", status(2, "ann", "Frogs"));

    assertThat(notified(notification).getId()).isEqualTo(mapper.status(boost).activity().getId());
  }

  @Test
  void aFavouriteIsDirectedAtTheAuthor() {
    ObjectNode notification = notification("favourite");
    notification.set("status", status(2, "ann", "Frogs"));

    Activity like = notified(notification);

    assertThat(like.getKind()).isEqualTo("like");
    assertThat(like.getActor()).isEqualTo(BOB);
    assertThat(like.getTowards()).containsExactly(new Towards(ANN, "like"));
    assertThat(like.getText()).isEmpty();
  }

  @Test
  void aBookmarkIsPrivateAndDirectedAtNobody() {
    Activity bookmark =
        mapper
            .reaction("bookmark", account("ann"), status(2, "bob", "x"), Statuses.READ, json("{}"))
            .activity();

    assertThat(bookmark.getVisibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(bookmark.getTowards()).isEmpty();
  }

  @Test
  void aMentionThatTheServerDoesNotListIsKnownFromTheNotification() {
    ObjectNode notification = notification("mention");
    notification.set("status", status(2, "bob", "Hello"));

    assertThat(notified(notification).getTowards()).containsExactly(new Towards(ANN, "mention"));
  }

  @Test
  void aNotificationWithoutAnActorIsNoActivity() {
    var notifications = new NotificationMapper(Statuses.context(), account("ann"));

    assertThat(notifications.notification(notification("poll"))).isEmpty();
  }

  @Test
  void aRenewedFollowReplacesItsEnd() {
    var follows = new FollowMapper(Statuses.context());
    Activity old = follows.existingFollow(account("bob"), account("ann")).activity();
    Activity ended = follows.unfollow(BOB, ANN, Statuses.READ).activity();
    Activity again =
        follows
            .follow(
                account("bob"),
                account("ann"),
                Statuses.READ,
                Statuses.READ.plusSeconds(60).toEpochMilli())
            .activity();

    assertThat(old.getAt()).isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
    assertThat(old.getId()).isEqualTo(ended.getId()).isEqualTo(again.getId());
    assertThat(old.getRevision()).isLessThan(ended.getRevision());
    assertThat(ended.getRevision()).isLessThan(again.getRevision());
  }

  @Test
  void aMachineIsAutomated() {
    ObjectNode post = status(2, "bob", "Rain");
    ((ObjectNode) post.path("account")).put("bot", true);

    assertThat(mapper.status(post).activity().getAutomated()).isTrue();
  }

  @Test
  void aProfileHasANameWithoutEmojiAndItsVerifiedLinks() {
    ObjectNode post = status(2, "bob", "Hello");
    var account = (ObjectNode) post.path("account");
    account.put("uri", "https://lake.example/ap/users/17");
    account.set(
        "fields",
        json(
            "[{'name':'Page','value':'<a"
                + " href=\\u0022https://bob.example/\\u0022>me</a>','verified_at':'2026-01-01T00:00:00Z'},{'name':'Code','value':'<a"
                + " href=\\u0022https://code.example/bob\\u0022>bob</a>','verified_at':null}]"));
    account.set("moved", account("cat"));

    Profile bob = mapper.status(post).profiles().getFirst();

    assertThat(bob.getAccount()).isEqualTo(BOB);
    assertThat(bob.getNames()).containsExactly("bob Lee");
    assertThat(bob.getBio()).contains("Likes frogs");
    assertThat(bob.getLinks())
        .containsExactly(
            new Link("web:https://lake.example/ap/users/17", true),
            new Link("fediverse:cat@lake.example", true),
            new Link("https://bob.example/", true),
            new Link("https://code.example/bob", false));
  }

  @ParameterizedTest
  @CsvSource({
    "uri,'uri: expected text, found nothing'",
    "created_at,'created_at: expected a time such as 2026-01-31T12:00:00Z, found nothing'"
  })
  void aStatusWithoutIdOrTimeIsUnreadable(String field, String reason) {
    ObjectNode post = status(2, "ann", "Hello");
    post.remove(field);

    assertThatThrownBy(() -> mapper.status(post)).hasMessage(reason);
  }

  private static ObjectNode notification(String type) {
    var notification =
        (ObjectNode)
            json("{'id':'7','type':'%s','created_at':'2026-03-03T00:00:00Z'}".formatted(type));
    notification.set("account", account("bob"));
    return notification;
  }

  private static Activity notified(ObjectNode notification) {
    return new NotificationMapper(Statuses.context(), account("ann"))
        .notification(notification)
        .orElseThrow()
        .activity();
  }
}
