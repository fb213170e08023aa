package dev.kith.strength;

import static dev.kith.strength.TestActivities.ANN;
import static dev.kith.strength.TestActivities.BOB;
import static dev.kith.strength.TestActivities.CAT;
import static dev.kith.strength.TestActivities.DAN;
import static dev.kith.strength.TestActivities.deletion;
import static dev.kith.strength.TestActivities.mail;
import static dev.kith.strength.TestActivities.reply;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.kith.flow.testkit.ExpectedTopology;
import dev.kith.flow.testkit.TopologyRun;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Bucket;
import dev.kith.schemas.Direction;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.Towards;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrengthTopologyTest {
  private static final PersonPair ANN_AND_BOB = new PersonPair("p-ann", "p-bob");
  private static final PersonPair ANN_AND_CAT = new PersonPair("p-ann", "p-cat");

  private final StrengthRun run = new StrengthRun();

  @BeforeEach
  void joinPersons() {
    run.joins(ANN, "p-ann");
    run.joins(BOB, "p-bob");
    run.joins(CAT, "p-cat");
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void theTopologyIsAsReviewed() {
    ExpectedTopology.assertMatches(
        StrengthRun.topology(TopologyRun.topics()).topology(), "strength");
  }

  @Test
  void aMailMakesARelationship() {
    run.did(mail("1", BOB, ANN).build());
    var buckets = List.of(bucket(Direction.B_TO_A, "to", 0));
    var g = StrengthRun.FORMULA.halfLives(buckets);

    assertThat(run.relationships().get(ANN_AND_BOB))
        .isEqualTo(
            Relationship.newBuilder()
                .setA("p-ann")
                .setB("p-bob")
                .setVersion(relationship(ANN_AND_BOB).getVersion())
                .setBuckets(buckets)
                .setHalfLives(g)
                .setFirst(LocalDate.of(2026, 3, 1))
                .setLast(LocalDate.of(2026, 3, 1))
                .setSentByA(0)
                .setSentByB(1)
                .setKinds(List.of("to"))
                .setNetworks(List.of("mail"))
                .setWarming(StrengthRun.FORMULA.warming(buckets, g).orElseThrow())
                .build());
  }

  @Test
  void aRelationshipKnowsWhenItsSilenceIsUnusual() {
    var morning = LocalDate.of(2026, 3, 1).atTime(8, 0).toInstant(ZoneOffset.UTC);
    for (int week = 0; week < 12; week++) {
      var at = morning.plus(Duration.ofDays(7L * week));
      run.did(mail("a" + week, ANN, BOB).setAt(at).build());
      run.did(mail("b" + week, BOB, ANN).setAt(at).build());
    }

    var last = LocalDate.of(2026, 3, 1).plusDays(77);
    assertThat(relationship(ANN_AND_BOB).getLast()).contains(last);
    assertThat(relationship(ANN_AND_BOB).getSilentFrom()).contains(last.plusDays(22));
    assertThat(relationship(ANN_AND_BOB).getCoolingFrom()).contains(last.plusDays(22));
    assertThat(relationship(ANN_AND_BOB).getWarmingUntil()).isPresent();
  }

  @Test
  void aMessageOfAStrangerCountsInFullOnceItIsAnswered() {
    run.did(mail("1", BOB, ANN).build());
    double unanswered = strength();

    run.did(mail("2", ANN, BOB).build());
    double answered = strength();

    assertThat(answered).isGreaterThan(5 * unanswered);
  }

  private double strength() {
    var relationship = relationship(ANN_AND_BOB);
    return StrengthRun.FORMULA.strength(
        relationship.getHalfLives(), (double) relationship.getLast().orElseThrow().toEpochDay());
  }

  @Test
  void theSameMailFromTwoSourcesCountsOnce() {
    run.did(mail("1", ANN, BOB).build());
    run.did(mail("1", ANN, BOB).setSource("archive").build());

    assertThat(run.published()).hasSize(1);
  }

  @Test
  void aNewTextChangesNoRelationship() {
    run.did(mail("1", ANN, BOB).setText("helo").build());
    run.published();

    run.did(mail("1", ANN, BOB).setRevision(2).setText("hello").build());

    assertThat(run.published()).isEmpty();
  }

  @Test
  void aDeletedMailTakesItsRelationshipAlong() {
    run.did(mail("1", ANN, BOB).build());
    run.did(deletion("1", ANN));

    assertThat(run.published().getLast().getEnded()).isTrue();
    assertThat(run.published()).isEmpty();
    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void anErasedMailTakesItsRelationshipAlong() {
    run.did(mail("1", ANN, BOB).build());
    run.did(reply("2", CAT, "1"));
    run.erased("1");

    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void aReplyIsAnInteractionWithTheAuthorOfItsParent() {
    run.did(reply("2", BOB, "1"));
    assertThat(run.relationships()).isEmpty();

    run.did(mail("1", ANN).build());

    assertThat(buckets()).containsExactly(bucket(Direction.B_TO_A, "reply", 0));
  }

  @Test
  void aReplyToADeletedMailIsStillDirectedAtItsAuthorIfKnown() {
    run.did(reply("2", BOB, "1"));
    run.did(mail("1", ANN).build());
    run.did(deletion("1", ANN));
    assertThat(buckets()).containsExactly(bucket(Direction.B_TO_A, "reply", 0));

    run.did(mail("1", "").setDeleted(true).setRevision(10).build());

    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void aReplyMayChangeItsParent() {
    run.did(mail("1", ANN).build());
    run.did(mail("2", CAT).build());
    run.did(reply("3", BOB, "1"));
    run.did(mail("3", BOB).setInReplyTo("2").setRevision(1).build());

    assertThat(run.relationships()).containsOnlyKeys(new PersonPair("p-bob", "p-cat"));
  }

  @Test
  void anAccountNamedAndRepliedToIsOneRecipient() {
    run.did(mail("1", ANN).build());
    run.did(reply("2", BOB, "1", ANN));

    assertThat(buckets()).containsExactly(bucket(Direction.B_TO_A, "reply", 0));
  }

  @Test
  void botsListsAndUnknownAccountsHaveNoRelationships() {
    run.joins(DAN, "p-dan", AccountKind.LIST);
    run.did(mail("1", ANN, DAN, "email:nobody@example.org").build());
    assertThat(run.relationships()).isEmpty();

    run.joins(DAN, "p-dan", AccountKind.PERSON);
    assertThat(run.relationships()).containsOnlyKeys(new PersonPair("p-ann", "p-dan"));

    run.joins(DAN, "p-dan", AccountKind.BOT);
    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void aMergeMovesInteractionsAndASplitMovesThemBack() {
    run.did(mail("1", ANN, CAT).build());
    run.did(mail("2", BOB, CAT).build());
    Map<PersonPair, List<Bucket>> before = byPair();

    run.joins(BOB, "p-ann");
    Map<PersonPair, List<Bucket>> merged = byPair();
    run.joins(BOB, "p-bob");

    assertThat(merged)
        .containsExactly(
            entry(
                new PersonPair("p-ann", "p-cat"),
                List.of(Bucket.newBuilder(bucket(Direction.A_TO_B, "to", 0)).setCount(2).build())));
    assertThat(byPair()).isEqualTo(before);
  }

  @Test
  void anActivityThatNamesTwoAccountsOfAPersonCountsOnceWheneverTheyAreJoined() {
    run.did(mail("1", ANN, BOB, CAT).build());
    run.did(mail("2", ANN, BOB).build());
    run.joins(CAT, "p-bob");
    run.did(mail("3", ANN, CAT, BOB).build());

    assertThat(relationship(ANN_AND_BOB).getSentByA()).isEqualTo(3);

    run.joins(CAT, "p-cat");

    assertThat(relationship(ANN_AND_BOB).getSentByA()).isEqualTo(3);
    assertThat(relationship(ANN_AND_CAT).getSentByA()).isEqualTo(2);
  }

  @Test
  void anActivityThatNamesTwoAccountsOfAPersonCountsAsTheHeavierKind() {
    var towards = List.of(new Towards(BOB, "cc"), new Towards(CAT, "to"));
    run.joins(CAT, "p-bob");
    run.did(mail("1", ANN).setTowards(towards).build());

    assertThat(buckets()).containsExactly(bucket(Direction.A_TO_B, "to", 1));
  }

  @Test
  void theNewPairComesBeforeTheOldOneEnds() {
    run.did(mail("1", ANN, BOB).build());
    run.published();

    run.joins(ANN, "p-xy");

    assertThat(run.published())
        .extracting(Relationship::getA, Relationship::getB, Relationship::getEnded)
        .containsExactly(tuple("p-bob", "p-xy", false), tuple("p-ann", "p-bob", true));
  }

  @Test
  void twoAccountsOfOnePersonAreNoRelationship() {
    run.did(mail("1", ANN, BOB).build());
    run.joins(ANN, "p-one");
    run.joins(BOB, "p-one");

    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void directionFollowsTheOrderOfPersonsNotOfAccounts() {
    run.joins(ANN, "p-z");
    run.did(mail("1", ANN, BOB).build());

    assertThat(relationship(new PersonPair("p-bob", "p-z")).getBuckets())
        .containsExactly(bucket(Direction.B_TO_A, "to", 0));
  }

  @Test
  void aRestartLosesNothing() {
    run.did(mail("1", ANN, BOB).build());
    run.did(reply("3", CAT, "2"));
    run.restart();
    run.did(mail("2", BOB).build());
    run.did(deletion("1", ANN));

    assertThat(run.relationships()).containsOnlyKeys(new PersonPair("p-bob", "p-cat"));
  }

  @Test
  void whatIsToComeCountsSoonAfterItsTimeHasCome() {
    run.did(mail("1", ANN, BOB).setAt(run.now().plus(1, ChronoUnit.HOURS)).build());
    run.did(mail("2", ANN, CAT).setAt(run.now()).build());

    assertThat(run.relationships()).containsOnlyKeys(ANN_AND_CAT);

    run.publishedWithin(Duration.ofHours(1));

    assertThat(run.relationships()).containsOnlyKeys(ANN_AND_BOB, ANN_AND_CAT);
  }

  @Test
  void whatIsToComeCountsAlsoAfterARestart() {
    run.did(mail("1", ANN, BOB).setAt(run.now().plus(3, ChronoUnit.DAYS)).build());
    run.did(mail("2", ANN, BOB).setAt(run.now().plus(2, ChronoUnit.DAYS)).build());
    run.restart();
    assertThat(run.relationships()).isEmpty();

    run.publishedWithin(Duration.ofDays(1));
    assertThat(buckets()).hasSize(1);

    run.publishedWithin(Duration.ofDays(1));
    assertThat(buckets()).hasSize(2);
  }

  @Test
  void aMeetingThatIsMovedCountsAtItsNewTimeOnly() {
    Instant first = run.now().plus(1, ChronoUnit.HOURS);
    run.did(meeting(BOB, "accepted").setAt(first).build());
    run.did(meeting(BOB, "accepted").setAt(first.plus(1, ChronoUnit.DAYS)).setRevision(1).build());
    run.publishedWithin(Duration.ofHours(2));
    assertThat(run.relationships()).isEmpty();

    run.publishedWithin(Duration.ofDays(1));
    assertThat(buckets()).singleElement().extracting(Bucket::getKind).isEqualTo("accepted");
  }

  @Test
  void nothingRemainsOfAMeetingThatIsCancelledOrErased() {
    Instant soon = run.now().plus(1, ChronoUnit.HOURS);
    run.did(meeting(BOB, "accepted").setAt(soon).build());
    run.did(deletion("meeting", ANN));
    run.did(mail("2", ANN, CAT).setAt(soon).build());
    run.erased("2");
    run.publishedWithin(Duration.ofHours(2));

    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void aMeetingThatHasBeenMovedToTheFutureCountsNoMore() {
    run.did(meeting(BOB, "accepted").build());
    run.did(
        meeting(BOB, "accepted").setAt(run.now().plus(1, ChronoUnit.DAYS)).setRevision(1).build());

    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void aReplyThatIsToComeIsDirectedAtTheAuthorOfItsParentOnceItsTimeHasCome() {
    run.did(mail("1", ANN).build());
    run.did(mail("2", BOB).setInReplyTo("1").setAt(run.now().plus(1, ChronoUnit.HOURS)).build());
    assertThat(run.relationships()).isEmpty();

    run.publishedWithin(Duration.ofHours(1));
    assertThat(buckets()).singleElement().extracting(Bucket::getKind).isEqualTo("reply");
  }

  @Test
  void whoDeclinesAMeetingHasNoRelationshipFromIt() {
    run.did(meeting(BOB, "declined").build());

    assertThat(run.relationships()).isEmpty();
  }

  @Test
  void anAddressInAnAddressBookMakesAWeakRelationshipWithoutContact() {
    run.did(mail("card", ANN).setTowards(List.of(new Towards(BOB, "contact"))).build());
    double strength =
        StrengthRun.FORMULA.strength(
            relationship(ANN_AND_BOB).getHalfLives(), (double) TestActivities.DAY);

    assertThat(strength).isBetween(0.1, 5.0);
    assertThat(relationship(ANN_AND_BOB).getFirst()).isEmpty();
    assertThat(relationship(ANN_AND_BOB).getLast()).isEmpty();
    assertThat(relationship(ANN_AND_BOB).getCoolingFrom()).isEmpty();
    assertThat(relationship(ANN_AND_BOB).getWarming()).isEmpty();
  }

  @Test
  void anAddressBookDoesNotMoveTheLastContact() {
    run.did(mail("1", ANN, BOB).build());
    var before = relationship(ANN_AND_BOB);

    run.did(
        mail("card", ANN)
            .setTowards(List.of(new Towards(BOB, "contact")))
            .setAt(
                before
                    .getLast()
                    .orElseThrow()
                    .plusDays(99)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant())
            .build());

    var after = relationship(ANN_AND_BOB);
    assertThat(after.getFirst()).isEqualTo(before.getFirst());
    assertThat(after.getLast()).isEqualTo(before.getLast());
    assertThat(after.getCoolingFrom()).isEqualTo(before.getCoolingFrom());
    assertThat(after.getWarming()).isEqualTo(before.getWarming());
  }

  @Test
  void changesThatArriveLateAreForwardedTogether() {
    fallBehind();
    run.did(mail("1", ANN, BOB).build());
    run.did(mail("2", ANN, BOB).build());

    assertThat(run.publishedWithin(Duration.ofMillis(500))).isEmpty();

    run.did(mail("3", ANN, BOB).build());

    assertThat(run.publishedWithin(Duration.ofSeconds(5)))
        .singleElement()
        .extracting(Relationship::getSentByA)
        .isEqualTo(3L);
  }

  @Test
  void theLastLateChangeWaitsNoLongerThanAnInterval() {
    fallBehind();
    run.did(mail("1", ANN, BOB).build());
    run.publishedWithin(Duration.ofMillis(500));

    assertThat(run.publishedWithin(Duration.ofMillis(500))).hasSize(1);
  }

  @Test
  void repliesFindTheirParentAlsoAfterItWasErased() {
    run.did(reply("2", ANN, "1"));
    run.did(mail("1", BOB).build());
    run.erased("1");
    run.did(mail("1", CAT).build());

    assertThat(run.relationships()).containsOnlyKeys(new PersonPair("p-ann", "p-cat"));
  }

  @Test
  void anActivityWithAnInvalidAccountBecomesADeadLetter() {
    run.did(mail("1", ANN, "email:a\tb").build());
    run.did(mail("2", ANN, BOB).build());

    assertThat(run.relationships()).containsOnlyKeys(ANN_AND_BOB);
  }

  /** What is sent from now on bears the time of the first activity, some seconds ago. */
  private void fallBehind() {
    run.did(mail("0", CAT).build());
    run.published();
  }

  private List<Bucket> buckets() {
    return relationship(ANN_AND_BOB).getBuckets();
  }

  private Relationship relationship(PersonPair pair) {
    return requireNonNull(run.relationships().get(pair));
  }

  private Map<PersonPair, List<Bucket>> byPair() {
    return run.relationships().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().getBuckets()));
  }

  private static Activity.Builder meeting(String with, String answer) {
    return mail("meeting", ANN).setTowards(List.of(new Towards(with, answer)));
  }

  private static Bucket bucket(Direction direction, String kind, int recipients) {
    return new Bucket(TestActivities.DAY, direction, "mail", kind, recipients, 1);
  }
}
