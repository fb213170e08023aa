package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.activitystreams.activity.ParseOutcome;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GroupAnnouncementTest {
  private static final String GROUP = "'actor': 'https://town.example/c/ponds'";
  private static final String PAGE =
      "{'type': 'Page', 'id': 'https://town.example/post/1', 'name': 'Frogs',"
          + " 'attributedTo': 'https://town.example/u/ann', 'published': '2026-01-01T00:00:00Z',"
          + " 'audience': 'https://town.example/c/ponds'}";

  private static ParseOutcome.Parsed announced(String actor, String object) {
    return TestDocuments.understood(
        "{'type': 'Announce', 'id': 'https://town.example/a/1', "
            + actor
            + ", 'published': '2026-01-02T00:00:00Z', 'object': "
            + object
            + "}");
  }

  @Test
  void whatAMemberDidIsTheMembersOwn() {
    var read =
        announced(
            GROUP,
            "{'type': 'Like', 'id': 'https://town.example/l', 'actor':"
                + " 'https://far.example/users/cleo', 'object': {'id':"
                + " 'https://town.example/post/1', 'attributedTo': 'https://town.example/u/ann'}}");

    Activity like = read.activities().getFirst();
    assertThat(like.getId()).isEqualTo("https://town.example/l");
    assertThat(like.getKind()).isEqualTo("like");
    assertThat(like.getActor()).isEqualTo("fediverse:cleo@far.example");
    assertThat(like.getAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(TestDocuments.towards(like)).containsEntry("web:https://town.example/u/ann", "like");
    assertThat(TestDocuments.profileOf("web:https://town.example/c/ponds", read).getKind())
        .isEqualTo(AccountKind.LIST);
  }

  @Test
  void anAnnouncedPageIsThePageItself() {
    Activity announced = announced(GROUP, PAGE).activities().getFirst();

    assertThat(announced.getId()).isEqualTo(TestDocuments.activity(PAGE).getId());
    assertThat(announced.getKind()).isEqualTo("create");
    assertThat(announced.getActor()).isEqualTo("web:https://town.example/u/ann");
  }

  @Test
  void aGroupThatSaysSoPassesOnWithoutAnAudience() {
    String group = "'actor': {'type': 'Group', 'id': 'https://town.example/users/frogs'}";
    String note = PAGE.replaceFirst(", 'audience': '[^']*'", "");

    assertThat(announced(group, note).activities().getFirst().getKind()).isEqualTo("create");
  }

  @Test
  void aPersonsBoostStaysABoost() {
    String bob = "'actor': {'type': 'Person', 'id': 'https://far.example/users/bob'}";
    Activity boost = announced(bob, PAGE).activities().getFirst();
    Activity bare =
        announced("'actor': 'https://far.example/users/bob'", PAGE).activities().getFirst();

    assertThat(boost.getKind()).isEqualTo("announce");
    assertThat(boost.getActor()).isEqualTo("fediverse:bob@far.example");
    assertThat(TestDocuments.towards(boost))
        .containsEntry("web:https://town.example/u/ann", "announce");
    assertThat(bare.getKind()).isEqualTo("announce");
  }

  @Test
  void whatIsPassedOnTwiceIsReadOnce() {
    String twice =
        "{'type': 'Announce', "
            + GROUP
            + ", 'object': {'type': 'Create',"
            + " 'actor': 'https://town.example/u/ann', 'object': "
            + PAGE
            + "}}";

    assertThat(announced(GROUP, twice).activities().getFirst().getId())
        .isEqualTo("https://town.example/post/1");
  }
}
