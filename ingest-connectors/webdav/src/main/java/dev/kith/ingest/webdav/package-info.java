/** Collections of WebDAV servers: address books (CardDAV) and calendars (CalDAV). */
@NullMarked
package dev.kith.ingest.webdav;

import org.jspecify.annotations.NullMarked;
