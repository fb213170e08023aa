package dev.kith.api.changes;

import java.util.Optional;

/** Where changes are followed. */
interface Feeds {
  /** Follows from where somebody stopped, or from now on. */
  Feed open(What what, Optional<Positions> after);
}
