@NullMarked
package dev.kith.ingest.bluesky.xrpc;

import org.jspecify.annotations.NullMarked;
