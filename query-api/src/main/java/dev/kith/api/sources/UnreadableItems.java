package dev.kith.api.sources;

import java.util.List;

/** Items that sources and steps could not read. */
interface UnreadableItems {
  /** The latest items, the newest first. */
  List<UnreadableView> all();
}
