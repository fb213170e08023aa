package dev.kith.flow;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A processor whose work is committed promptly while records are young or few, and less often while
 * it catches up: a record that has waited in a queue anyway can wait for a larger transaction, and
 * many small ones are what would keep it from catching up.
 */
final class AdaptiveCommit<A, B, C, D> implements Processor<A, B, C, D> {
  /** Streams property: milliseconds a young record waits for its transaction. */
  static final String INTERVAL = "kith.adaptive.commit.interval.ms";

  /** Younger than this when it comes, a record has hardly waited. */
  private static final long YOUNG_MILLIS = 5_000;

  /** A commit is one of all tasks of a thread: when it last was asked for one. */
  private static final ThreadLocal<Long> LAST = ThreadLocal.withInitial(() -> 0L);

  /** Each task looks on its own, so it looks more often than it may ask. */
  private static final int LOOKS = 4;

  private final Processor<A, B, C, D> processor;
  private ProcessorContext<C, D> context;
  private boolean young;
  private boolean busy;
  private boolean open;

  AdaptiveCommit(Processor<A, B, C, D> processor) {
    this.processor = processor;
  }

  @Override
  public void init(ProcessorContext<C, D> context) {
    this.context = context;
    Map<String, Object> configs = context.appConfigs();
    if (configs.get(INTERVAL) instanceof Long interval) {
      var between = Duration.ofMillis(Math.max(1, interval / LOOKS));
      context.schedule(between, PunctuationType.WALL_CLOCK_TIME, now -> look(now, interval));
    }
    processor.init(context);
  }

  @Override
  public void process(Record<A, B> record) {
    young |= context.currentSystemTimeMs() - record.timestamp() < YOUNG_MILLIS;
    busy = true;
    processor.process(record);
  }

  private void look(long now, long interval) {
    open |= busy;
    if (open && (young || !busy) && now - LAST.get() >= interval) {
      LAST.set(now);
      context.commit();
      open = false;
      young = false;
    }
    busy = false;
  }

  @Override
  public void close() {
    processor.close();
  }
}
