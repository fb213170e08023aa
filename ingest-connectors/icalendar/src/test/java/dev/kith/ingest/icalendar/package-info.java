@NullMarked
package dev.kith.ingest.icalendar;

import org.jspecify.annotations.NullMarked;
