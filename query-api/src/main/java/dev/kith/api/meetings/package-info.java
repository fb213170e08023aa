/** Meetings of the viewer, with who comes. */
@NullMarked
package dev.kith.api.meetings;

import org.jspecify.annotations.NullMarked;
