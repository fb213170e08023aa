package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionOrderTest {
  private static final Activity SAID =
      Activity.newBuilder()
          .setId("1@example.org")
          .setNetwork("mail")
          .setSource("inbox")
          .setKind("mail")
          .setAt(Instant.parse("2025-03-01T10:00:00Z"))
          .setActor("email:ann@example.org")
          .setTowards(List.of(new Towards("email:bob@example.org", "to")))
          .setText("See you in Rennes.")
          .build();
  private static final Profile PROFILE =
      Profile.newBuilder()
          .setAccount("email:ann@example.org")
          .setRevision(1000)
          .setNetwork("mail")
          .setSource("inbox")
          .setSeen(Instant.EPOCH)
          .setNames(List.of("Ann Lee"))
          .build();

  @Test
  void aLaterRevisionWinsWhateverItSays() {
    var edited = Activity.newBuilder(SAID).setRevision(1).setText("").build();

    assertThat(RevisionOrder.order(edited)).isGreaterThan(RevisionOrder.order(SAID));
  }

  @Test
  void whoReadItAndHowItWasWrittenDownDoNotCount() {
    var elsewhere =
        Activity.newBuilder(SAID)
            .setSource("archive")
            .setOriginal(ByteBuffer.wrap(new byte[] {1, 2}))
            .setOriginalType("message/rfc822")
            .build();

    assertThat(RevisionOrder.order(elsewhere)).isEqualTo(RevisionOrder.order(SAID));
  }

  @Test
  void whatWasSaidCounts() {
    var other = Activity.newBuilder(SAID).setText("See you in Brest.").build();

    assertThat(RevisionOrder.order(other)).isNotEqualTo(RevisionOrder.order(SAID));
  }

  @Test
  void howSomebodyWasMeantCounts() {
    var other =
        Activity.newBuilder(SAID)
            .setTowards(List.of(new Towards("email:bob@example.org", "cc")))
            .build();

    assertThat(RevisionOrder.order(other)).isNotEqualTo(RevisionOrder.order(SAID));
  }

  @Test
  void theSameWordInAnotherFieldIsAnotherContent() {
    var context = Activity.newBuilder(SAID).setContext("x").build();
    var thread = Activity.newBuilder(SAID).setThread("x").build();

    assertThat(RevisionOrder.order(context)).isNotEqualTo(RevisionOrder.order(thread));
  }

  @Test
  void ofTwoCopiesTheOneWithMoreRecipientsWins() {
    var sent =
        Activity.newBuilder(SAID)
            .setText("")
            .setTowards(
                List.of(
                    new Towards("email:bob@example.org", "to"),
                    new Towards("email:dan@example.net", "bcc")))
            .build();

    assertThat(RevisionOrder.order(sent)).isGreaterThan(RevisionOrder.order(SAID));
  }

  @Test
  void ofTwoCopiesWithTheSameRecipientsTheLongerTextWins() {
    var cutOff = Activity.newBuilder(SAID).setText("See you").setContext("rennes").build();

    assertThat(RevisionOrder.order(SAID)).isGreaterThan(RevisionOrder.order(cutOff));
  }

  @Test
  void ofTwoCopiesThatSayTheSameTheOneWithMoreFieldsWins() {
    var onTheList = Activity.newBuilder(SAID).setContext("frogs.lists.example.org").build();

    assertThat(RevisionOrder.order(onTheList)).isGreaterThan(RevisionOrder.order(SAID));
  }

  @Test
  void ofTwoCopiesOfOneEditTheFullerWins() {
    for (int revision : new int[] {1, 1_700_000_000}) {
      var edited = Activity.newBuilder(SAID).setRevision(revision).build();
      var bare = Activity.newBuilder(edited).setText("").setTowards(List.of()).build();

      assertThat(RevisionOrder.order(edited)).isGreaterThan(RevisionOrder.order(bare));
    }
  }

  @Test
  void aDeletionWinsOverWhatItDeletesInTheSameRevision() {
    for (int revision : new int[] {0, 1_700_000_000}) {
      var alive = Activity.newBuilder(SAID).setRevision(revision).build();
      var deleted =
          Activity.newBuilder(alive).setDeleted(true).setText("").setTowards(List.of()).build();

      assertThat(RevisionOrder.order(deleted)).isGreaterThan(RevisionOrder.order(alive));
    }
  }

  @Test
  void aProfileWithANameWinsOverOneWithout() {
    var nameless = Profile.newBuilder(PROFILE).setNames(List.of()).build();

    assertThat(RevisionOrder.order(PROFILE)).isGreaterThan(RevisionOrder.order(nameless));
  }

  @Test
  void eachFurtherFieldMakesAProfileFuller() {
    List<Profile> fuller =
        List.of(
            Profile.newBuilder(PROFILE).setPhoto("https://example.org/ann.jpg").build(),
            Profile.newBuilder(PROFILE).setPhones(List.of("+33123456789")).build(),
            Profile.newBuilder(PROFILE).setBirthday("--05-17").build(),
            Profile.newBuilder(PROFILE)
                .setOrganisations(List.of(new Affiliation("Pond Trust", "biologist", "2019", null)))
                .build(),
            Profile.newBuilder(PROFILE).setFormerHandles(List.of("frogann")).build());

    assertThat(fuller)
        .allSatisfy(
            profile ->
                assertThat(RevisionOrder.order(profile))
                    .isGreaterThan(RevisionOrder.order(PROFILE)));
  }

  @Test
  void eachFurtherFieldMakesAnActivityFuller() {
    List<Activity> fuller =
        List.of(
            Activity.newBuilder(SAID).setEnd(Instant.parse("2025-03-01T11:00:00Z")).build(),
            Activity.newBuilder(SAID).setStatus("confirmed").build(),
            Activity.newBuilder(SAID).setPlace("Rennes").build());

    assertThat(fuller)
        .allSatisfy(
            activity ->
                assertThat(RevisionOrder.order(activity)).isGreaterThan(RevisionOrder.order(SAID)));
  }

  /** The orders of written activities are versions in Elasticsearch: they must stay. */
  @Test
  void theOrderOfAWrittenActivityNeverChanges() {
    assertThat(RevisionOrder.order(SAID)).isEqualTo(2251954435082283L);
    assertThat(RevisionOrder.order(PROFILE)).isEqualTo(1048601225L);
  }

  @Test
  void theOrderIsAPositiveNumberForEveryRevision() {
    for (long revision : new long[] {Long.MIN_VALUE, -1, 0, 1, 1L << 42, Long.MAX_VALUE}) {
      assertThat(RevisionOrder.order(Activity.newBuilder(SAID).setRevision(revision).build()))
          .isNotNegative();
      assertThat(RevisionOrder.order(Profile.newBuilder(PROFILE).setRevision(revision).build()))
          .isNotNegative();
    }
  }

  @Test
  void whatAnAccountSaysOfItselfOutweighsALaterWordOfOthers() {
    var self = Profile.newBuilder(PROFILE).setAsserted(Asserted.SELF).build();
    var later = Profile.newBuilder(PROFILE).setRevision(Long.MAX_VALUE).build();

    assertThat(RevisionOrder.order(self)).isGreaterThan(RevisionOrder.order(later));
  }

  @Test
  void whenASourceFirstMetAnAccountDoesNotCount() {
    var elder =
        Profile.newBuilder(PROFILE).setSource("archive").setSeen(Instant.ofEpochMilli(5)).build();

    assertThat(RevisionOrder.order(elder)).isEqualTo(RevisionOrder.order(PROFILE));
  }

  @Test
  void theSameVersionWinsInWhateverOrderTheyArrive() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Activity> versions = versions(random);
      var winner = Collections.max(versions, Comparator.comparingLong(RevisionOrder::order));

      Collections.shuffle(versions, random);

      assertThat(Collections.max(versions, Comparator.comparingLong(RevisionOrder::order)))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(winner);
    }
  }

  private static List<Activity> versions(Random random) {
    List<Activity> versions = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      versions.add(
          Activity.newBuilder(SAID)
              .setText("See you! ".repeat(random.nextInt(4)))
              .setTitle(random.nextBoolean() ? null : "Rennes")
              .setRevision(random.nextBoolean() ? 0 : i + 1)
              .build());
    }
    return versions;
  }
}
