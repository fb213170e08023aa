/** Documents in files; what arrives by HTTP or on standard input is in {@code inbox}. */
@NullMarked
package dev.kith.ingest.activitystreams.file;

import org.jspecify.annotations.NullMarked;
