/**
 * Remembers which message lies in which folder, so that a removed file or UID can be told from a
 * moved one; it does not look at folders itself.
 */
@NullMarked
package dev.kith.ingest.mail.location;

import org.jspecify.annotations.NullMarked;
