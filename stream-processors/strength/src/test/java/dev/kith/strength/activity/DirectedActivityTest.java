package dev.kith.strength.activity;

import static dev.kith.strength.TestActivities.ANN;
import static dev.kith.strength.TestActivities.BOB;
import static dev.kith.strength.TestActivities.CAT;
import static dev.kith.strength.TestActivities.DAN;
import static dev.kith.strength.TestActivities.mail;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import dev.kith.strength.TestActivities;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectedActivityTest {
  @Test
  void anAutomatedOrDeletedOrAnonymousActivityIsLeftOut() {
    assertThat(DirectedActivity.of(mail("1", ANN, BOB).setAutomated(true).build())).isNull();
    assertThat(DirectedActivity.of(mail("1", ANN, BOB).setDeleted(true).build())).isNull();
    assertThat(DirectedActivity.of(mail("1", "", BOB).build())).isNull();
  }

  @Test
  void theActorIsNoTarget() {
    assertThat(directed(mail("1", ANN, ANN, BOB)).targets()).containsExactly(new Target(BOB, "to"));
  }

  @Test
  void anAccountNamedTwiceCountsOnceAsNamedFirst() {
    var twice = List.of(new Towards(BOB, "cc"), new Towards(CAT, "to"), new Towards(BOB, "to"));

    assertThat(directed(mail("1", ANN).setTowards(twice)).targets())
        .containsExactly(new Target(BOB, "cc"), new Target(CAT, "to"));
  }

  @Test
  void aDayBeginsAtMidnightUtcAlsoBefore1970() {
    assertThat(directed(mail("1", ANN).setAt(Instant.parse("2026-03-01T00:00:00Z"))).day())
        .isEqualTo(TestActivities.DAY);
    assertThat(directed(mail("1", ANN).setAt(Instant.parse("2026-02-28T23:59:59Z"))).day())
        .isEqualTo(TestActivities.DAY - 1);
    assertThat(directed(mail("1", ANN).setAt(Instant.parse("1969-12-31T23:00:00Z"))).day())
        .isEqualTo(-1);
  }

  @Test
  void anImpossibleMomentIsClamped() {
    assertThat(directed(mail("1", ANN).setAt(Instant.ofEpochMilli(Long.MAX_VALUE))).day())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theRecipientClassIncludesTheAuthorRepliedTo() {
    var directed = directed(mail("1", ANN, BOB, CAT));

    assertThat(directed.contribution(null).recipients()).isEqualTo(1);
    assertThat(directed.contribution(DAN).recipients()).isEqualTo(2);
  }

  @Test
  void anAccountNamedAndRepliedToCountsOnceAsReply() {
    assertThat(directed(mail("1", ANN, BOB, CAT)).contribution(BOB).targets())
        .containsExactly(new Target(CAT, "to"), new Target(BOB, "reply"));
  }

  @Test
  void aReplyToOneselfIsNoInteraction() {
    assertThat(directed(mail("1", ANN)).contribution(ANN).targets()).isEmpty();
  }

  @Test
  void anAccountWithATabOrWithoutCharactersIsRefused() {
    assertThatThrownBy(() -> DirectedActivity.of(mail("1", ANN, "email:a\tb").build()))
        .isInstanceOf(BadRecordException.class);
    assertThatThrownBy(() -> DirectedActivity.of(mail("1", ANN, "").build()))
        .isInstanceOf(BadRecordException.class);
  }

  private static DirectedActivity directed(Activity.Builder activity) {
    return requireNonNull(DirectedActivity.of(activity.build()));
  }
}
