@NullMarked
package dev.kith.ingest.mail.message;

import org.jspecify.annotations.NullMarked;
