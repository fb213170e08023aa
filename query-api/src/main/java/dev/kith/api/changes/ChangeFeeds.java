package dev.kith.api.changes;

import java.util.Optional;

/** Opens change feeds. */
interface ChangeFeeds {
  /** A feed from these positions, or from the present end of the topic. */
  ChangeFeed open(EntityType type, Optional<Positions> after);
}
