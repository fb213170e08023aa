/** The state of each source, as metrics and as health; nothing here reads or writes a source. */
@NullMarked
package dev.kith.ingest.runtime.status;

import org.jspecify.annotations.NullMarked;
