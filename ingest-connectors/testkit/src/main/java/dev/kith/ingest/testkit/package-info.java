/** The tests every connector inherits. */
@NullMarked
package dev.kith.ingest.testkit;

import org.jspecify.annotations.NullMarked;
