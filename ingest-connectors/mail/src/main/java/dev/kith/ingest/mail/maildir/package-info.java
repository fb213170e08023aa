/**
 * Reads a Maildir and follows what is added, moved and removed there; what a message says is left
 * to the parser.
 */
@NullMarked
package dev.kith.ingest.mail.maildir;

import org.jspecify.annotations.NullMarked;
