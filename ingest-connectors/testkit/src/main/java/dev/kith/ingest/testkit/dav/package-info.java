/** Real CardDAV and CalDAV servers. */
@NullMarked
package dev.kith.ingest.testkit.dav;

import org.jspecify.annotations.NullMarked;
