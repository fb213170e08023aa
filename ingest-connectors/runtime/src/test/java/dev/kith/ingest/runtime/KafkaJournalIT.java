package dev.kith.ingest.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.journal.Journal;
import dev.kith.ingest.runtime.journal.JournalException;
import dev.kith.ingest.runtime.journal.PublishedActivityIndex;
import dev.kith.ingest.runtime.journal.SourceCheckpoint;
import dev.kith.ingest.runtime.status.SourceCounts;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.Activity;
import dev.kith.schemas.SourceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaJournalIT {
  private Workspace workspace = Workspace.of("unset:1", "mock://unset", "unset.");

  @BeforeEach
  void createTopics() throws Exception {
    workspace = Workspace.create("journal-" + UUID.randomUUID() + ".");
  }

  @Test
  void everyPageIsCommittedWithItsCursorAndItsStatus() {
    new ReadingLoop(new CountingConnector(5), workspace.journal("a"), new FakeLoopContext(1)).run();

    assertThat(keys()).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    assertThat(workspace.committed(workspace.topics().unreadable())).hasSize(1);
    var cursor = workspace.lastCursor();
    assertThat(cursor.getPosition()).isEqualTo("5");
    assertThat(cursor.getRead()).isEqualTo(5);
    assertThat(cursor.getUnreadable()).isEqualTo(1);
    assertThat(cursor.getState()).isEqualTo(SourceState.AT_REST);
  }

  @Test
  void theNextReaderContinuesWhereTheLastOneStopped() {
    new ReadingLoop(new CountingConnector(4), workspace.journal("a"), new FakeLoopContext(1)).run();
    var longer = new CountingConnector(6);

    new ReadingLoop(longer, workspace.journal("b"), new FakeLoopContext(1)).run();

    assertThat(longer.asked.getFirst()).isEqualTo(new Cursor("4"));
    assertThat(keys()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    assertThat(workspace.lastCursor().getRead()).isEqualTo(6);
  }

  @Test
  void aSecondReaderFencesTheFirst() throws Exception {
    try (var first = workspace.journal("a");
        var twin = workspace.journal("b")) {
      first.open();
      first.append(page(1, 2), status(2));
      assertThat(twin.open().cursor()).isEqualTo(new Cursor("2"));
      twin.append(page(3, 4), status(4));

      assertThatThrownBy(() -> first.append(page(3, 4), status(4)))
          .isInstanceOf(JournalException.Unavailable.class);
      assertThatThrownBy(first::open).isInstanceOf(JournalException.TakenOver.class);

      twin.append(page(5, 6), status(6));
      assertThat(keys()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    }
  }

  @Test
  void aLoopThatWasTakenOverStopsWithThatStatus() throws Exception {
    var context = new FakeLoopContext(5);
    try (var twin = workspace.journal("b")) {
      var connector = new CountingConnector(6);
      var taken = new Overtaken(workspace.journal("a"), twin);

      new ReadingLoop(connector, taken, context).run();
    }

    assertThat(context.told.getLast().message()).isEqualTo("another reader has taken over");
  }

  @Test
  void theOpenTransactionOfAKilledReaderIsAborted() throws Exception {
    var dying = producer(workspace.kafka().prefix() + "source-counting", 60_000);
    dying.initTransactions();
    dying.beginTransaction();
    dying.send(record(workspace.topics().activities().name(), "half")).get(30, TimeUnit.SECONDS);

    new ReadingLoop(new CountingConnector(3), workspace.journal("b"), new FakeLoopContext(1)).run();
    dying.close(Duration.ZERO);

    assertThat(keys()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void anotherSourcesOpenTransactionHidesNoCursor() throws Exception {
    try (var journal = workspace.journal("a");
        var other = producer("another-source", 4_000)) {
      journal.open();
      other.initTransactions();
      other.beginTransaction();
      for (int partition = 0; partition < 2; partition++) {
        var name = workspace.topics().cursors().name();
        other
            .send(new ProducerRecord<>(name, partition, new byte[] {'x'}, null))
            .get(30, TimeUnit.SECONDS);
      }
      journal.append(page(1, 2), status(2));

      assertThat(journal.open().cursor()).isEqualTo(new Cursor("2"));
    }
  }

  @Test
  void aPageLargerThanATransactionIsCommittedInSeveral() throws Exception {
    try (var journal = workspace.journalOfSmallTransactions("a", 3)) {
      journal.open();
      journal.append(page(1, 10), status(10));
    }

    assertThat(keys()).hasSize(10);
    assertThat(workspace.lastCursor().getPosition()).isEqualTo("10");
  }

  @Test
  void copiesThatTwoSourcesReadAreMergedIntoOneRecord() throws Exception {
    var published = PublishedActivityIndex.inMemory();
    var full = Activity.newBuilder(CountingConnector.activity(1)).setText("Seen it.").build();
    var bare = Activity.newBuilder(full).setText("").setContext("frogs").build();
    try (var one = workspace.journal("one", "a", published);
        var other = workspace.journal("other", "a", published)) {
      one.open();
      other.open();
      one.append(page(List.of(full), "1"), status(1));
      other.append(page(List.of(bare), "1"), status(1));
    }

    var last = workspace.committed(workspace.topics().activities()).getLast().value();
    assertThat(last.getText()).isEqualTo("Seen it.");
    assertThat(last.getContext()).hasValue("frogs");
  }

  @Test
  void copiesAreMergedAcrossARestart(@TempDir Path folder) throws Exception {
    var full = Activity.newBuilder(CountingConnector.activity(1)).setText("Seen it.").build();
    for (Activity copy : List.of(full, CountingConnector.activity(1))) {
      try (var published = PublishedActivityIndex.in(folder.resolve("published"));
          var journal = workspace.journal("one", "a", published)) {
        journal.open();
        journal.append(page(List.of(copy), "1"), status(1));
      }
    }

    assertThat(workspace.committed(workspace.topics().activities()))
        .extracting(record -> record.value().getText())
        .containsExactly("Seen it.", "Seen it.");
  }

  @Test
  void copiesAreMergedWithWhatWasPublishedJustBeforeAKill(@TempDir Path folder) throws Exception {
    var full = Activity.newBuilder(CountingConnector.activity(1)).setText("Seen it.").build();
    var bare = Activity.newBuilder(full).setText("").setContext("frogs").build();
    Path left = folder.resolve("left");
    try (var published = PublishedActivityIndex.in(folder.resolve("published"));
        var journal = workspace.journal("one", "a", published)) {
      journal.open();
      journal.append(page(List.of(full), "1"), status(1));
      Files.copy(folder.resolve("published"), left); // what a process leaves that ends now
    }
    try (var published = PublishedActivityIndex.in(left);
        var journal = workspace.journal("other", "a", published)) {
      journal.open();
      journal.append(page(List.of(bare), "1"), status(1));
    }

    var last = workspace.committed(workspace.topics().activities()).getLast().value();
    assertThat(last.getText()).isEqualTo("Seen it.");
    assertThat(last.getContext()).hasValue("frogs");
  }

  @Test
  void aRecordTooLargeForTheBrokerIsSetAsideWithItsKey() throws Exception {
    var huge = Activity.newBuilder(CountingConnector.activity(1)).setText("x".repeat(1_200_000));
    var activities = List.of(huge.build(), CountingConnector.activity(2));
    try (var journal = workspace.journal("a")) {
      journal.open();
      journal.append(page(activities, "2"), status(2));
    }

    assertThat(keys()).containsExactly("2");
    var unreadable = workspace.committed(workspace.topics().unreadable()).getFirst().value();
    assertThat(unreadable.getKey()).hasValue("1");
    assertThat(unreadable.getReason()).contains("1000000 bytes");
  }

  private List<String> keys() {
    return workspace.committed(workspace.topics().activities()).stream()
        .map(ConsumerRecord::key)
        .toList();
  }

  private static Page page(int from, int to) {
    var numbers = IntStream.rangeClosed(from, to);
    return page(numbers.mapToObj(CountingConnector::activity).toList(), String.valueOf(to));
  }

  private static Page page(List<Activity> activities, String next) {
    return new Page(activities, List.of(), List.of(), new Cursor(next), OptionalLong.of(0));
  }

  private static SourceStatus status(long read) {
    return new SourceStatus(
        "counting",
        "numbers",
        SourceState.READING,
        null,
        new SourceCounts(read, 0, 0, Optional.empty()),
        OptionalLong.empty(),
        0,
        List.of(),
        Instant.EPOCH);
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key) {
    return new ProducerRecord<>(topic, key.getBytes(UTF_8), new byte[0]);
  }

  private KafkaProducer<byte[], byte[]> producer(String transactionalId, int timeoutMillis) {
    Map<String, Object> config = new HashMap<>(workspace.kafka().client());
    config.put("transactional.id", transactionalId);
    config.put("transaction.timeout.ms", timeoutMillis);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A journal whose source a twin opens while it is read. */
  private record Overtaken(Journal journal, Journal twin) implements Journal {
    @Override
    public SourceCheckpoint open() throws JournalException {
      return journal.open();
    }

    @Override
    public void append(Page page, SourceStatus status) throws JournalException {
      if (status.read() == 4) {
        SourceCheckpoint checkpoint = twin.open();
        twin.append(Page.empty(checkpoint.cursor()), status(checkpoint.counts().read()));
      }
      journal.append(page, status);
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
