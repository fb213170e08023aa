/** Reads a mailbox on an IMAP server and follows it; what a message says is left to the parser. */
@NullMarked
package dev.kith.ingest.mail.imap;

import org.jspecify.annotations.NullMarked;
