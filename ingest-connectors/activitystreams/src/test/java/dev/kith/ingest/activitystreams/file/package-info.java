@NullMarked
package dev.kith.ingest.activitystreams.file;

import org.jspecify.annotations.NullMarked;
