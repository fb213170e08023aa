@NullMarked
package dev.kith.ingest.activitystreams.federation;

import org.jspecify.annotations.NullMarked;
