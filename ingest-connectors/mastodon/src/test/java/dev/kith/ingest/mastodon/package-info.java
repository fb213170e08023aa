@NullMarked
package dev.kith.ingest.mastodon;

import org.jspecify.annotations.NullMarked;
