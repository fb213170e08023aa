@NullMarked
package dev.kith.ingest;

import org.jspecify.annotations.NullMarked;
