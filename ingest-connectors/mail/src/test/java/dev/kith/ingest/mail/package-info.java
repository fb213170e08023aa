/** Tests of the mail connector. */
@NullMarked
package dev.kith.ingest.mail;

import org.jspecify.annotations.NullMarked;
