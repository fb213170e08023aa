/** Lists, adds, pauses, removes and forgets the sources of a home, whether Kith runs or not. */
@NullMarked
package dev.kith.standalone.sources;

import org.jspecify.annotations.NullMarked;
