@NullMarked
package dev.kith.ingest.mail.maildir;

import org.jspecify.annotations.NullMarked;
