package dev.kith.api.changes;

import dev.kith.api.changes.ChangeFeeds.ChangeFeed;
import dev.kith.api.changes.TopicSlice.Change;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/** A feed whose changes come from tests. */
@Singleton
@Replaces(KafkaChangeFeeds.class)
public final class FakeChangeFeeds implements ChangeFeeds {
  private final BlockingQueue<String> changed = new LinkedBlockingQueue<>();
  private volatile String opened = "";
  private final AtomicInteger closed = new AtomicInteger();

  /** Adds a change. */
  public void change(String id) {
    changed.add(id);
  }

  /** The position that the last listener requested; empty for the present end. */
  public String opened() {
    return opened;
  }

  /** The number of closed feeds. */
  public int closed() {
    return closed.get();
  }

  @Override
  public ChangeFeed open(EntityType type, Optional<TopicOffsets> after) {
    opened = after.map(TopicOffsets::written).orElse("");
    return new Queue();
  }

  private final class Queue implements ChangeFeed {
    private long position;
    private volatile boolean stopped;

    @Override
    public TopicSlice poll(Duration timeout) {
      TopicOffsets from = positions();
      var changes = new ArrayList<Change>();
      for (String id : ids(timeout)) {
        changes.add(new Change(0, position++, id));
      }
      return new TopicSlice(from, changes, positions(), false);
    }

    private List<String> ids(Duration timeout) {
      var ids = new ArrayList<String>();
      try {
        String first = changed.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          ids.add(first);
          changed.drainTo(ids);
        }
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
      if (stopped) {
        throw new WakeupException();
      }
      return ids;
    }

    private TopicOffsets positions() {
      return new TopicOffsets(Map.of(0, position));
    }

    @Override
    public void stop() {
      stopped = true;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
