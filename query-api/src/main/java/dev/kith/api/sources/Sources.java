package dev.kith.api.sources;

import dev.kith.schemas.CursorRecord;
import java.util.List;

/** What the sources last said about themselves. */
interface Sources {
  /** Each source, by name. */
  List<CursorRecord> all();
}
