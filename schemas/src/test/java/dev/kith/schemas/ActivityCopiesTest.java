package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityCopiesTest {
  private static final Instant FEBRUARY = Instant.parse("2003-02-01T10:00:00Z");
  private static final Towards BOB = new Towards("email:bob@example.net", "to");
  private static final Towards DAN = new Towards("email:dan@example.net", "bcc");
  private static final Activity RECEIVED =
      Activity.newBuilder()
          .setId("spawn@example.org")
          .setNetwork("mail")
          .setSource("inbox")
          .setKind("mail")
          .setAt(FEBRUARY)
          .setActor("email:ann@example.org")
          .setTowards(List.of(BOB))
          .setTitle("Spawn")
          .setText("Seen it.")
          .build();
  private static final Activity SENT =
      Activity.newBuilder(RECEIVED).setSource("sent").setTowards(List.of(BOB, DAN)).build();
  private static final Activity ON_THE_LIST =
      Activity.newBuilder(RECEIVED)
          .setSource("list")
          .setTitle("[frogs] Spawn")
          .setContext("frogs.lists.example.org")
          .build();

  @Test
  void theSentCopyGivesBlindRecipientsAndTheListsCopyItsContext() {
    var merged = ActivityCopies.merge(SENT, ON_THE_LIST);

    assertThat(merged.getTowards()).containsExactly(BOB, DAN);
    assertThat(merged.getContext()).hasValue("frogs.lists.example.org");
    assertThat(merged.getTitle()).hasValue("Spawn");
  }

  @Test
  void aCopyThatWasCutOffTakesNothingAway() {
    var cutOff = Activity.newBuilder(RECEIVED).setText("Se").setTowards(List.of()).build();

    assertThat(ActivityCopies.merge(cutOff, RECEIVED)).isEqualTo(RECEIVED);
  }

  @Test
  void whoeverIsNamedInTwoMannersIsNamedInTheMoreDirectOne() {
    var copied =
        Activity.newBuilder(RECEIVED)
            .setTowards(List.of(new Towards("email:bob@example.net", "cc")))
            .build();

    assertThat(ActivityCopies.merge(copied, RECEIVED).getTowards()).containsExactly(BOB);
  }

  @Test
  void anAnswerToAnInvitationOutweighsTheInvitation() {
    var answered = new Towards("email:bob@example.net", "tentative");
    var invited = new Towards("email:bob@example.net", "invited");

    assertThat(
            ActivityCopies.merge(
                    Activity.newBuilder(RECEIVED).setTowards(List.of(invited)).build(),
                    Activity.newBuilder(RECEIVED).setTowards(List.of(answered)).build())
                .getTowards())
        .containsExactly(answered);
  }

  @Test
  void theOriginalOfTheFullerTextIsKept() {
    var fuller =
        Activity.newBuilder(RECEIVED)
            .setText("Seen it. And heard it.")
            .setOriginal(ByteBuffer.wrap(new byte[] {1}))
            .build();

    assertThat(ActivityCopies.merge(SENT, fuller).getOriginal()).isEqualTo(fuller.getOriginal());
  }

  @Test
  void whatOneCopyShowsToBeWrittenByAPersonIsNotAutomatic() {
    var inBulk = Activity.newBuilder(ON_THE_LIST).setAutomated(true).build();

    assertThat(ActivityCopies.merge(inBulk, RECEIVED).getAutomated()).isFalse();
  }

  @Test
  void theCopiesOfAnEventTogetherSayWhenItEndsWhereItIsAndWhetherItTakesPlace() {
    var calendar =
        Activity.newBuilder(RECEIVED)
            .setEnd(FEBRUARY.plusSeconds(3600))
            .setPlace("Pond of Vern")
            .build();
    var invitation = Activity.newBuilder(RECEIVED).setStatus("confirmed").build();

    var merged = ActivityCopies.merge(invitation, calendar);

    assertThat(merged.getEnd()).hasValue(FEBRUARY.plusSeconds(3600));
    assertThat(merged.getPlace()).hasValue("Pond of Vern");
    assertThat(merged.getStatus()).hasValue("confirmed");
  }

  @Test
  void ofALaterRevisionAndAnEarlierOneOnlyTheSourcesAreMixed() {
    var edited = Activity.newBuilder(RECEIVED).setRevision(5).setTowards(List.of()).build();
    var expected = Activity.newBuilder(edited).setOtherSources(List.of("sent")).build();

    assertThat(ActivityCopies.merge(SENT, edited)).isEqualTo(expected);
    assertThat(ActivityCopies.merge(edited, SENT)).isEqualTo(expected);
  }

  @Test
  void aDeletionStaysOne() {
    var deleted = deletionOf(RECEIVED);
    var expected = Activity.newBuilder(deleted).setOtherSources(List.of("sent")).build();

    assertThat(ActivityCopies.merge(SENT, deleted)).isEqualTo(expected);
    assertThat(ActivityCopies.merge(deleted, SENT)).isEqualTo(expected);
  }

  @Test
  void copiesOfOneMailAreOneActivityWhateverAListHasChanged() {
    var resentByTheList = Activity.newBuilder(ON_THE_LIST).setActor("email:frogs@example.org");
    var later = Activity.newBuilder(ON_THE_LIST).setAt(FEBRUARY.plusSeconds(40));

    assertThat(ActivityCopies.areOneActivity(RECEIVED, resentByTheList.build())).isTrue();
    assertThat(ActivityCopies.areOneActivity(RECEIVED, later.build())).isTrue();
  }

  @Test
  void twoMailsOfOneIdThatShareNeitherMomentNorAuthorAreTwo() {
    var other =
        Activity.newBuilder(RECEIVED)
            .setActor("email:eve@example.net")
            .setAt(FEBRUARY.plus(Duration.ofDays(3)))
            .build();

    assertThat(ActivityCopies.areOneActivity(RECEIVED, other)).isFalse();
  }

  @Test
  void twoMailsThatOneProgramGaveTheSameIdAreTwo() {
    var next =
        Activity.newBuilder(RECEIVED)
            .setTitle("Newts")
            .setText("None this year.")
            .setAt(FEBRUARY.plus(Duration.ofDays(3)))
            .build();

    assertThat(ActivityCopies.areOneActivity(RECEIVED, next)).isFalse();
    assertThat(ActivityCopies.idBesideAnother(next))
        .startsWith("spawn@example.org#")
        .isNotEqualTo(ActivityCopies.idBesideAnother(RECEIVED));
  }

  @Test
  void twoMailsOfOneAuthorAndSubjectWithOtherWordsAreTwo() {
    var yesterday = later("Report: 3 frogs, 2 toads at the north pond.").build();
    var today = later("Nothing was seen today because of rain").setAt(FEBRUARY).build();

    assertThat(ActivityCopies.areOneActivity(yesterday, today)).isFalse();
    assertThat(ActivityCopies.areOneActivity(today, yesterday)).isFalse();
  }

  @Test
  void aCopyCutOffOrWithFooterOrConvertedIsTheSameMail() {
    var sent = later("We met at the pond.\nThree frogs were seen.").setAt(FEBRUARY).build();

    for (String copy :
        List.of(
            "We met at",
            "We met at the pond.\nThree frogs were seen.\n-- \nfrogs mailing list",
            "[This mail was converted]\nWe met at the pond. Three frogs were seen.",
            "")) {
      assertThat(ActivityCopies.areOneActivity(sent, later(copy).build())).as(copy).isTrue();
      assertThat(ActivityCopies.areOneActivity(later(copy).build(), sent)).as(copy).isTrue();
    }
  }

  private static Activity.Builder later(String text) {
    return Activity.newBuilder(RECEIVED).setText(text).setAt(FEBRUARY.plus(Duration.ofDays(1)));
  }

  @Test
  void aDeletionIsOfTheMailThatHasItsMoment() {
    var other = Activity.newBuilder(RECEIVED).setAt(FEBRUARY.plusSeconds(90)).build();

    assertThat(ActivityCopies.areOneActivity(RECEIVED, deletionOf(RECEIVED))).isTrue();
    assertThat(ActivityCopies.areOneActivity(RECEIVED, deletionOf(other))).isFalse();
  }

  @Test
  void whatANetworkGaveOneIdIsOneActivityThere() {
    var note = Activity.newBuilder(RECEIVED).setNetwork("fediverse").build();
    var edited =
        Activity.newBuilder(note)
            .setAt(FEBRUARY.plus(Duration.ofDays(1)))
            .setTitle("Else")
            .setText("Wholly else")
            .build();

    assertThat(ActivityCopies.areOneActivity(note, edited)).isTrue();
  }

  @Test
  void copiesMergeToTheSameInWhateverOrderAndHoweverOften() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Activity> copies = copies(random);
      Activity expected = merged(copies);
      copies.add(copies.get(random.nextInt(copies.size())));
      copies.add(expected);
      Collections.shuffle(copies, random);

      assertThat(merged(copies)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }

  @Test
  void ofAllVersionsTheMergedOneCounts() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Activity> copies = copies(random);
      long order = RevisionOrder.order(copies.stream().reduce(ActivityCopies::merge).orElseThrow());

      assertThat(copies)
          .as("seed %d, round %d", seed, round)
          .allMatch(copy -> RevisionOrder.order(copy) <= order);
    }
  }

  /** All together, the number of merges aside. */
  private static Activity merged(List<Activity> copies) {
    var all = copies.stream().reduce(ActivityCopies::merge).orElseThrow();
    return Activity.newBuilder(all).setMerges(0).build();
  }

  /** Random copies of one mail; few values, so that many are equal or nearly so. */
  private static List<Activity> copies(Random random) {
    List<Activity> copies = new ArrayList<>();
    int number = 2 + random.nextInt(4);
    for (int i = 0; i < number; i++) {
      var copy =
          Activity.newBuilder(RECEIVED)
              .setSource("source" + random.nextInt(2))
              .setAutomated(random.nextBoolean())
              .setText("Seen it. And heard it.".substring(0, random.nextInt(23)))
              .setQuoted("q".repeat(random.nextInt(3)))
              .setTitle(orNone(random, "Spawn", "[frogs] Spawn"))
              .setContext(orNone(random, "frogs", "newts"))
              .setThread(orNone(random, "t1"))
              .setStatus(orNone(random, "confirmed", "tentative"))
              .setPlace(orNone(random, "Vern", "Rennes"))
              .setEnd(random.nextBoolean() ? null : FEBRUARY.plusSeconds(random.nextInt(3)))
              .setTowards(towards(random))
              .setTopics(names(random))
              .setVisibility(random.nextBoolean() ? Visibility.PUBLIC : Visibility.PRIVATE);
      copies.add(copy.build());
    }
    return copies;
  }

  private static List<Towards> towards(Random random) {
    return names(random).stream()
        .map(name -> new Towards("email:" + name, one(random, "to", "cc", "bcc", "co-author")))
        .toList();
  }

  private static List<String> names(Random random) {
    var names = new ArrayList<>(List.of("bob", "dan", "eve", "fay"));
    Collections.shuffle(names, random);
    return new ArrayList<>(names.subList(0, random.nextInt(4)));
  }

  private static @Nullable String orNone(Random random, String... values) {
    return random.nextInt(3) == 0 ? null : one(random, values);
  }

  private static String one(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static Activity deletionOf(Activity activity) {
    return Activity.newBuilder(activity)
        .setDeleted(true)
        .setRevision(FEBRUARY.toEpochMilli() + 1)
        .setText("")
        .setTowards(List.of())
        .build();
  }
}
