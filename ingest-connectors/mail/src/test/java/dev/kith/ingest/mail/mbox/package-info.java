@NullMarked
package dev.kith.ingest.mail.mbox;

import org.jspecify.annotations.NullMarked;
