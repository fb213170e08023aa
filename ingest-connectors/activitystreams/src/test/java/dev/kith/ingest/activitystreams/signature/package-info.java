@NullMarked
package dev.kith.ingest.activitystreams.signature;

import org.jspecify.annotations.NullMarked;
