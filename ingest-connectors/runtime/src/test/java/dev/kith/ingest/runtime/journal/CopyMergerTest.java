package dev.kith.ingest.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.runtime.journal.PublishedActivityIndex.Position;
import dev.kith.schemas.Activity;
import dev.kith.schemas.ActivityCopies;
import dev.kith.schemas.Towards;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CopyMergerTest {
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
      Activity.newBuilder(RECEIVED).setSource("list").setContext("frogs").build();

  /** Mail of another author and day under the same Message-ID. */
  private static final Activity OTHER =
      Activity.newBuilder(RECEIVED)
          .setAt(FEBRUARY.plus(Duration.ofDays(2)))
          .setActor("email:eve@example.net")
          .setTitle("Offer")
          .setText("Buy now.")
          .build();

  private final List<Activity> log = new ArrayList<>();
  private final PublishedActivityIndex published = PublishedActivityIndex.inMemory();
  private final CopyMerger merger = new CopyMerger(published, this::at);

  @Test
  void everySourceThatDeliveredAnActivityIsStored() {
    publish(SENT);
    publish(ON_THE_LIST);
    publish(Activity.newBuilder(SENT).setSource("backup").build());

    assertThat(ActivityCopies.sources(log.getLast())).containsExactly("backup", "list", "sent");
  }

  @Test
  void theSourceOfACopyThatAddsNothingIsStored() {
    publish(RECEIVED);
    publish(Activity.newBuilder(RECEIVED).setSource("archive").build());

    assertThat(ActivityCopies.sources(log.getLast())).containsExactly("archive", "inbox");
  }

  @Test
  void theContentOfASecondSourceIsMergedWithThatOfTheFirst() {
    publish(SENT);
    publish(ON_THE_LIST);

    assertThat(last(RECEIVED.getId()).getTowards()).containsExactly(BOB, DAN);
    assertThat(last(RECEIVED.getId()).getContext()).hasValue("frogs");
  }

  @Test
  void aCopyWithLessContentDoesNotReplaceOneWithMore() {
    publish(SENT);
    publish(RECEIVED);

    assertThat(last(RECEIVED.getId()))
        .isEqualTo(ActivityCopies.deliveredBy(List.of("inbox", "sent"), SENT));
  }

  @Test
  void copiesInOnePageAreMergedToo() {
    publish(ON_THE_LIST, RECEIVED, SENT);

    assertThat(log).hasSize(1);
    assertThat(last(RECEIVED.getId()).getTowards()).containsExactly(BOB, DAN);
  }

  @Test
  void twoMailsWithOneMessageIdAreBothPublished() {
    publish(RECEIVED);
    publish(OTHER);
    publish(OTHER);

    assertThat(latest()).hasSize(2);
    assertThat(last(RECEIVED.getId())).isEqualTo(RECEIVED);
  }

  @Test
  void theEarlierOfTwoMailsKeepsTheirMessageIdAlsoIfItIsReadLast() {
    publish(OTHER);
    publish(RECEIVED);

    assertThat(last(RECEIVED.getId())).isEqualTo(RECEIVED);
    assertThat(latest().values()).extracting(Activity::getActor).contains(OTHER.getActor());
  }

  @Test
  void aDeletionDeletesOnlyTheMailThatItNames() {
    publish(RECEIVED, OTHER);
    publish(deletionOf(OTHER));

    assertThat(last(RECEIVED.getId())).isEqualTo(RECEIVED);
    assertThat(latest().values()).filteredOn(Activity::getDeleted).hasSize(1);
  }

  @Test
  void aCopyOfAMissingRecordIsPublishedAsRead() {
    publish(SENT);
    log.replaceAll(any -> OTHER);
    publish(RECEIVED);

    assertThat(last(RECEIVED.getId())).isEqualTo(RECEIVED);
  }

  @Test
  void aCopyThatAnotherSourcePublishesMeanwhileIsMergedAfterwards() {
    var slow = merger.merge(List.of(SENT));
    publish(ON_THE_LIST);

    var overtaken = slow.note(append(slow.activities()));
    publish(overtaken.toArray(Activity[]::new));

    assertThat(overtaken).containsExactly(SENT);
    assertThat(last(RECEIVED.getId()).getContext()).hasValue("frogs");
    assertThat(last(RECEIVED.getId()).getTowards()).containsExactly(BOB, DAN);
  }

  @Test
  void theOrderAndThePagesOfCopiesDoNotChangeTheLastRecord() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    var cutOff = Activity.newBuilder(RECEIVED).setText("Se").setTowards(List.of()).build();
    var otherCopy = Activity.newBuilder(OTHER).setContext("offers").build();
    List<Activity> copies =
        new ArrayList<>(List.of(RECEIVED, SENT, ON_THE_LIST, cutOff, OTHER, otherCopy, SENT));
    Map<String, Activity> expected = read(copies, random);
    for (int round = 0; round < 300; round++) {
      Collections.shuffle(copies, random);

      assertThat(read(copies, random)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }

  private static Map<String, Activity> read(List<Activity> copies, Random random) {
    var run = new CopyMergerTest();
    for (int from = 0; from < copies.size(); ) {
      int to = Math.min(copies.size(), from + 1 + random.nextInt(3));
      run.publish(copies.subList(from, to).toArray(Activity[]::new));
      from = to;
    }
    return run.latest();
  }

  private void publish(Activity... copies) {
    var merged = merger.merge(List.of(copies));
    assertThat(merged.note(append(merged.activities()))).isEmpty();
  }

  private Map<String, RecordMetadata> append(List<Activity> activities) {
    Map<String, RecordMetadata> committed = new HashMap<>();
    for (Activity activity : activities) {
      var partition = new TopicPartition("activities.v1", 0);
      committed.put(activity.getId(), new RecordMetadata(partition, log.size(), 0, 0, 0, 0));
      log.add(activity);
    }
    return committed;
  }

  private Optional<Activity> at(String id, Position position) {
    return Optional.of(log.get((int) position.offset())).filter(one -> one.getId().equals(id));
  }

  private Activity last(String id) {
    return Optional.ofNullable(latest().get(id)).orElseThrow();
  }

  /** What compaction leaves, the number of merges aside. */
  private Map<String, Activity> latest() {
    Map<String, Activity> latest = new LinkedHashMap<>();
    for (Activity activity : log) {
      latest.put(activity.getId(), Activity.newBuilder(activity).setMerges(0).build());
    }
    return latest;
  }

  private static Activity deletionOf(Activity activity) {
    return Activity.newBuilder(activity)
        .setDeleted(true)
        .setRevision(activity.getAt().toEpochMilli() + 1)
        .setText("")
        .setTowards(List.of())
        .build();
  }
}
