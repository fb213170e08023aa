/** Tests of the handling of bad records. */
@NullMarked
package dev.kith.flow.deadletter;

import org.jspecify.annotations.NullMarked;
