@NullMarked
package dev.kith.ingest.mail.discarded;

import org.jspecify.annotations.NullMarked;
