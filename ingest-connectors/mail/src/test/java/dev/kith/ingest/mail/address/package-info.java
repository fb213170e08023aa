@NullMarked
package dev.kith.ingest.mail.address;

import org.jspecify.annotations.NullMarked;
