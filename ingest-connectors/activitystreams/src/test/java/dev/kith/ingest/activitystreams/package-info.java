@NullMarked
package dev.kith.ingest.activitystreams;

import org.jspecify.annotations.NullMarked;
