@NullMarked
package dev.kith.ingest.github.webhook;

import org.jspecify.annotations.NullMarked;
