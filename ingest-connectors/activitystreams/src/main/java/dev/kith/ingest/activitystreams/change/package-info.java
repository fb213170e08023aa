/** Which edits and removals count, and the facts that decide it; nothing here parses JSON. */
@NullMarked
package dev.kith.ingest.activitystreams.change;

import org.jspecify.annotations.NullMarked;
