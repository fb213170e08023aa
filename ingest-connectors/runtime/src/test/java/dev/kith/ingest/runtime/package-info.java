@NullMarked
package dev.kith.ingest.runtime;

import org.jspecify.annotations.NullMarked;
