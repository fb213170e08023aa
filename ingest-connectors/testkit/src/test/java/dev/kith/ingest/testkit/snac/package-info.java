@NullMarked
package dev.kith.ingest.testkit.snac;

import org.jspecify.annotations.NullMarked;
