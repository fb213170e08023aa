@NullMarked
package dev.kith.ingest.activitystreams.inbox;

import org.jspecify.annotations.NullMarked;
