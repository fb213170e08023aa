/** Reads GitHub: repositories, events and organisations by REST, and everything else by webhook. */
@NullMarked
package dev.kith.ingest.github;

import org.jspecify.annotations.NullMarked;
