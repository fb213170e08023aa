/**
 * snac, a small server of the fediverse, as a real peer for tests; nothing here knows a connector.
 */
@NullMarked
package dev.kith.ingest.testkit.snac;

import org.jspecify.annotations.NullMarked;
