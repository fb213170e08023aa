package dev.kith.indexing;

import dev.kith.indexing.Attempt.Refusal;
import dev.kith.indexing.Write.Put;
import dev.kith.indexing.Write.Remove;
import dev.kith.indexing.Write.SetAside;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings entries to where they belong and does not come back before: into Elasticsearch, or, if
 * they will never be taken, to what is set aside. Safe for several threads.
 */
final class BulkWriter implements Destination {
  private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

  private final Bulk bulk;
  private final Unreadables unreadables;
  private final Pace pace;
  private final Progress progress;

  BulkWriter(Bulk bulk, Unreadables unreadables, Pace pace, Progress progress) {
    this.bulk = bulk;
    this.unreadables = unreadables;
    this.pace = pace;
    this.progress = progress;
  }

  /** A server that is away is waited for. */
  @Override
  public void write(List<Entry> entries) throws InterruptedException {
    List<Entry> open = entries;
    for (int failures = 1; ; failures++) {
      Attempt attempt = attempt(open);
      open = attempt.again();
      if (open.isEmpty()) {
        progress.works();
        return;
      }
      LOG.warn("{} documents wait, attempt {}: {}", open.size(), failures, attempt.trouble());
      progress.waits(attempt.trouble());
      pace.rest(failures);
    }
  }

  private Attempt attempt(List<Entry> open) {
    Attempt attempt = send(open);
    try {
      unreadables.publish(attempt.refused());
    } catch (KafkaException e) {
      var waiting = new Attempt();
      attempt.again().forEach(entry -> waiting.again(entry, attempt.trouble()));
      waiting.againAll(
          attempt.refused().stream().map(Refusal::entry).toList(),
          "what is refused cannot be set aside: " + e.getMessage());
      return waiting;
    }
    return attempt;
  }

  private Attempt send(List<Entry> open) {
    var attempt = new Attempt();
    for (Entry entry : open) {
      if (entry.write() instanceof SetAside aside) {
        attempt.refuse(entry, aside.reason());
      }
    }
    attempt.join(bulk.put(those(open, Put.class)));
    attempt.join(bulk.remove(those(open, Remove.class)));
    return attempt;
  }

  private static List<Entry> those(List<Entry> entries, Class<? extends Write> kind) {
    return entries.stream().filter(entry -> kind.isInstance(entry.write())).toList();
  }
}
