/** Reads git histories: every commit of every branch, oldest first. */
@NullMarked
package dev.kith.ingest.git;

import org.jspecify.annotations.NullMarked;
