/**
 * Tells mail that its owner deleted, marked as spam or never sent, by header fields and folder
 * names; whether such mail is read is decided by its callers.
 */
@NullMarked
package dev.kith.ingest.mail.discarded;

import org.jspecify.annotations.NullMarked;
