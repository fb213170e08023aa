/** The loop that reads each configured source; how its pages are stored is in {@code journal}. */
@NullMarked
package dev.kith.ingest.runtime;

import org.jspecify.annotations.NullMarked;
