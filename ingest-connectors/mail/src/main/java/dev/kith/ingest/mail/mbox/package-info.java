/** Reads mbox files and folders of them; what a message says is left to the parser. */
@NullMarked
package dev.kith.ingest.mail.mbox;

import org.jspecify.annotations.NullMarked;
