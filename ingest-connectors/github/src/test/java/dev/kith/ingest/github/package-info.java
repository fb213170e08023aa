@NullMarked
package dev.kith.ingest.github;

import org.jspecify.annotations.NullMarked;
