@NullMarked
package dev.kith.ingest.mail.imap;

import org.jspecify.annotations.NullMarked;
