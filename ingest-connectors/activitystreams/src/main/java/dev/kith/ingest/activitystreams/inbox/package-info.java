/** Documents that are pushed: the HTTP inbox and standard input; files are in {@code file}. */
@NullMarked
package dev.kith.ingest.activitystreams.inbox;

import org.jspecify.annotations.NullMarked;
