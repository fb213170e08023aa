/** The settings of one source of mail, whatever it is read from; nothing here reads mail. */
@NullMarked
package dev.kith.ingest.mail.settings;

import org.jspecify.annotations.NullMarked;
