@NullMarked
package dev.kith.ingest.git;

import org.jspecify.annotations.NullMarked;
