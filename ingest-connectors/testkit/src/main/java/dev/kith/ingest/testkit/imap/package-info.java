/** Dovecot, a real mail server, as a peer for tests; nothing here knows a connector. */
@NullMarked
package dev.kith.ingest.testkit.imap;

import org.jspecify.annotations.NullMarked;
