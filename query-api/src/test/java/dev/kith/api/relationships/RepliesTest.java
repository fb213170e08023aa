package dev.kith.api.relationships;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.api.index.ActivitiesIndex.ActivityHeader;
import dev.kith.api.relationships.ReplyFinder.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepliesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final List<ActivityHeader> MESSAGES =
      List.of(said("m1", 0, null), said("m2", 100, null), said("m3", 200, null));

  private static ActivityHeader said(String id, int minutes, @Nullable String inReplyTo) {
    return new ActivityHeader(
        id, "email:ann@example.org", NOON.plus(Duration.ofMinutes(minutes)), inReplyTo);
  }

  @Test
  void theReplyTimeIsTheMedian() {
    var answers =
        Replies.of(
            List.of(said("a1", 5, "m1"), said("a2", 130, "m2"), said("a3", 5_000, "m3")), MESSAGES);

    assertThat(ReplyTimes.of(answers, Replies.of(List.of(), MESSAGES)))
        .isEqualTo(new ReplyTimes(new ReplyTimes.ReplyTime(30, 3), null));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    var answers = Replies.of(List.of(said("a1", 10, "m1"), said("a2", 120, "m2")), MESSAGES);

    assertThat(answers.medianMinutes()).hasValue(15);
  }

  @Test
  void onlyTheFirstReplyToAMessageCounts() {
    var answers =
        Replies.of(
            List.of(said("late", 500, "m1"), said("first", 7, "m1"), said("next", 60, "m1")),
            MESSAGES);

    assertThat(answers.medianMinutes()).hasValue(7);
    assertThat(answers.ids()).containsExactly("first");
    assertThat(answers.answered()).containsExactly("m1");
  }

  @Test
  void aReplyDatedBeforeTheMessageIsIgnored() {
    assertThat(Replies.of(List.of(said("a", 50, "m2")), MESSAGES).medianMinutes()).isEmpty();
  }

  @Test
  void repliesToOtherPeopleDoNotCount() {
    assertThat(Replies.of(List.of(said("a", 50, "other"), said("b", 60, null)), MESSAGES).all())
        .isEmpty();
  }
}
