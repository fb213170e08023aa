/** The feed for calendar programs. */
@NullMarked
package dev.kith.api.calendar;

import org.jspecify.annotations.NullMarked;
