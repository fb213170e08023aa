package dev.kith.ingest.runtime.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.runtime.status.SourceCounts;
import dev.kith.ingest.runtime.status.SourceStatus;
import dev.kith.schemas.CursorRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits a page and its cursor to Kafka in one transaction. The transactional id depends only on
 * the source, so that Kafka fences all readers except the one that opened the source last (as
 * KIP-618 does).
 */
public final class KafkaJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaJournal.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final JournalSettings settings;
  private final CommittedRecordsReader<CursorRecord> cursors;
  private final PublishedActivityIndex published;
  private final ProducerRecordFactory records;
  private final PublishedActivityReader reader;
  private final CopyMerger merger;
  private @Nullable Producer<byte[], byte[]> producer;
  private boolean hasBeenOpened;

  public KafkaJournal(JournalSettings settings, PublishedActivityIndex published) {
    this.settings = settings;
    this.published = published;
    this.reader =
        new PublishedActivityReader(
            settings.client(), settings.topics().activities(), settings.timeout());
    this.merger = new CopyMerger(published, reader::read);
    this.cursors = new CommittedRecordsReader<>(settings, settings.topics().cursors());
    this.records = new ProducerRecordFactory(settings.topics(), settings.reader());
  }

  @Override
  public SourceCheckpoint open() throws JournalException {
    close();
    try {
      if (hasBeenOpened) {
        stopIfTakenOver(cursors.last(settings.source()));
      }
      var fresh = producer(settings);
      producer = fresh;
      fresh.initTransactions();
      SourceCheckpoint checkpoint = checkpoint(cursors.last(settings.source()));
      hasBeenOpened = true;
      return checkpoint;
    } catch (KafkaException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public void append(Page page, SourceStatus status) throws JournalException {
    Lock lock = published.publishing();
    lock.lock();
    try {
      var merged = merger.merge(page.activities());
      var overtaken = merged.note(commitAll(records.of(page.with(merged.activities()), status)));
      while (!overtaken.isEmpty()) {
        var again = merger.merge(overtaken);
        overtaken = again.note(commitAll(records.of(again.activities(), status)));
      }
      published.save();
    } catch (KafkaException failure) {
      throw unavailable(failure);
    } finally {
      lock.unlock();
    }
  }

  /** Commits records in as many transactions as needed; returns the metadata of each activity. */
  private Map<String, RecordMetadata> commitAll(List<ProducerRecord<byte[], byte[]>> all) {
    int largest = settings.maxTransactionRecords();
    Map<String, RecordMetadata> activities = new HashMap<>();
    for (int from = 0; from < all.size(); from += largest) {
      activities.putAll(commit(all.subList(from, Math.min(from + largest, all.size()))));
    }
    return activities;
  }

  /** If this fails, opening the journal again aborts the open transaction. */
  private Map<String, RecordMetadata> commit(List<ProducerRecord<byte[], byte[]>> batch) {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      throw new IllegalStateException("a journal is opened before it is written");
    }
    open.beginTransaction();
    var sent = batch.stream().map(open::send).toList();
    open.commitTransaction(); // throws if any of them failed
    Map<String, RecordMetadata> activities = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      if (batch.get(i).topic().equals(settings.topics().activities().name())) {
        activities.put(new String(batch.get(i).key(), UTF_8), sent.get(i).resultNow());
      }
    }
    return activities;
  }

  private void stopIfTakenOver(Optional<CursorRecord> last) throws JournalException.TakenOver {
    if (last.isPresent() && !last.get().getReader().equals(settings.reader())) {
      throw new JournalException.TakenOver();
    }
  }

  private static SourceCheckpoint checkpoint(Optional<CursorRecord> last) {
    return last.map(
            cursor ->
                new SourceCheckpoint(
                    new Cursor(cursor.getPosition()),
                    new SourceCounts(
                        cursor.getRead(), cursor.getUnreadable(), 0, cursor.getLastEvent())))
        .orElse(SourceCheckpoint.START);
  }

  /** A producer with the transactional id of the source. */
  static Producer<byte[], byte[]> producer(JournalSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1024 * 1024);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.timeout().toMillis());
    return new KafkaProducer<>(config);
  }

  private static JournalException unavailable(KafkaException failure) {
    String why =
        failure instanceof SerializationException
            ? "the schema registry does not answer, or does not know our schemas"
            : "Kafka does not accept the records (%s)"
                .formatted(failure.getClass().getSimpleName());
    return new JournalException.Unavailable(why, failure);
  }

  @Override
  public void close() {
    reader.close();
    Producer<byte[], byte[]> open = producer;
    producer = null;
    if (open != null) {
      try {
        open.close(CLOSE_TIMEOUT);
      } catch (KafkaException failure) {
        LOG.debug("a producer could not be closed: the broker aborts its transaction", failure);
      }
    }
  }
}
