/** Reads mail: archives (mbox, Maildir) and mailboxes on a server (IMAP). */
@NullMarked
package dev.kith.ingest.mail;

import org.jspecify.annotations.NullMarked;
