/** Drives whichever connectors are on the class path, and keeps what they read. */
@NullMarked
package dev.kith.ingest.runtime;

import org.jspecify.annotations.NullMarked;
