package dev.kith.api.changes;

import java.time.Duration;
import java.util.Optional;

/** Opens change feeds. */
interface ChangeFeeds {
  /** A feed from these positions, or from the present end of the topic. */
  ChangeFeed open(EntityType type, Optional<TopicOffsets> after);

  /** Follows the changes of a topic, in order. Used by one thread at a time. */
  interface ChangeFeed extends AutoCloseable {
    /** The changes since the last call; waits for some if there are none. */
    TopicSlice poll(Duration timeout);

    /** Makes a waiting {@link #poll} end; from any thread. */
    void stop();

    @Override
    void close();
  }
}
