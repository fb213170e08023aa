/** How the pages of a source are committed to Kafka; nothing here decides when to read. */
@NullMarked
package dev.kith.ingest.runtime.journal;

import org.jspecify.annotations.NullMarked;
