/**
 * Turns one message, wherever it was stored, into an activity and profiles, and collects them into
 * pages.
 */
@NullMarked
package dev.kith.ingest.mail.message;

import org.jspecify.annotations.NullMarked;
