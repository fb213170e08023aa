@NullMarked
package dev.kith.ingest.activitystreams.document;

import org.jspecify.annotations.NullMarked;
