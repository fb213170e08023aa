package dev.kith.api.changes;

import java.util.Optional;

/** Opens change feeds. */
interface ChangeFeeds {
  /** A feed from these positions, or from now. */
  ChangeFeed open(EntityType type, Optional<Positions> after);
}
