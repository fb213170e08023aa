@NullMarked
package dev.kith.ingest.feed.websub;

import org.jspecify.annotations.NullMarked;
