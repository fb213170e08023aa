@NullMarked
package dev.kith.ingest.runtime.journal;

import org.jspecify.annotations.NullMarked;
