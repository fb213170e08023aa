/** The tests that every connector over HTTP inherits: what a server may do to it. */
@NullMarked
package dev.kith.ingest.testkit.http;

import org.jspecify.annotations.NullMarked;
