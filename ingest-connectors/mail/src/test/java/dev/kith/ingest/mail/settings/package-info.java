@NullMarked
package dev.kith.ingest.mail.settings;

import org.jspecify.annotations.NullMarked;
