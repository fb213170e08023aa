@NullMarked
package dev.kith.ingest.mail.mime;

import org.jspecify.annotations.NullMarked;
