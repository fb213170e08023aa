/** People: who they are, and who among them is meant. */
@NullMarked
package dev.kith.api.people;

import org.jspecify.annotations.NullMarked;
