package dev.kith.indexing.bulk;

import dev.kith.indexing.bulk.BulkResult.Refusal;
import dev.kith.indexing.bulk.DocumentWrite.Put;
import dev.kith.indexing.bulk.DocumentWrite.Remove;
import dev.kith.indexing.bulk.DocumentWrite.SetAside;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends writes to Elasticsearch until all are done; those that are refused for good become dead
 * letters. Safe for several threads.
 */
public final class BulkWriter implements WriteDestination {
  private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

  private final BulkClient bulk;
  private final DeadLetterProducer deadLetters;
  private final Backoff backoff;
  private final IndexingProgress progress;

  public BulkWriter(
      BulkClient bulk, DeadLetterProducer deadLetters, Backoff backoff, IndexingProgress progress) {
    this.bulk = bulk;
    this.deadLetters = deadLetters;
    this.backoff = backoff;
    this.progress = progress;
  }

  /** Waits for a server that does not answer. */
  @Override
  public void write(List<PendingWrite> entries) throws InterruptedException {
    List<PendingWrite> open = entries;
    for (int failures = 1; ; failures++) {
      BulkResult attempt = attempt(open);
      open = attempt.again();
      if (open.isEmpty()) {
        progress.works();
        return;
      }
      LOG.warn("{} documents wait, attempt {}: {}", open.size(), failures, attempt.trouble());
      progress.waits(attempt.trouble());
      backoff.rest(failures);
    }
  }

  private BulkResult attempt(List<PendingWrite> open) {
    BulkResult attempt = send(open);
    try {
      deadLetters.publish(attempt.refused());
    } catch (KafkaException e) {
      var waiting = new BulkResult();
      attempt.again().forEach(entry -> waiting.again(entry, attempt.trouble()));
      waiting.againAll(
          attempt.refused().stream().map(Refusal::entry).toList(),
          "what is refused cannot be set aside: " + e.getMessage());
      return waiting;
    }
    return attempt;
  }

  private BulkResult send(List<PendingWrite> open) {
    var attempt = new BulkResult();
    for (PendingWrite entry : open) {
      if (entry.write() instanceof SetAside aside) {
        attempt.refuse(entry, aside.reason());
      }
    }
    attempt.join(bulk.put(those(open, Put.class)));
    attempt.join(bulk.remove(those(open, Remove.class)));
    return attempt;
  }

  private static List<PendingWrite> those(
      List<PendingWrite> entries, Class<? extends DocumentWrite> kind) {
    return entries.stream().filter(entry -> kind.isInstance(entry.write())).toList();
  }
}
