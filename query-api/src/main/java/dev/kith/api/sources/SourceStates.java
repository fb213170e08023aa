package dev.kith.api.sources;

import dev.kith.schemas.CursorRecord;
import java.util.List;

/** The states of the sources. */
interface SourceStates {
  /** The latest cursor of each source, by name. */
  List<CursorRecord> all();
}
