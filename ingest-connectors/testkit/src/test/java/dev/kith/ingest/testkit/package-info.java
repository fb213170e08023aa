@NullMarked
package dev.kith.ingest.testkit;

import org.jspecify.annotations.NullMarked;
