@NullMarked
package dev.kith.ingest.calendar;

import org.jspecify.annotations.NullMarked;
