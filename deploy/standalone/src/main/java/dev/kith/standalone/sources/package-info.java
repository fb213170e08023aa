/**
 * The sources of a home: which there are, and how they are added, paused, removed and forgotten,
 * whether Kith runs or not.
 */
@NullMarked
package dev.kith.standalone.sources;

import org.jspecify.annotations.NullMarked;
