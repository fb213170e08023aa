@NullMarked
package dev.kith.ingest.webdav;

import org.jspecify.annotations.NullMarked;
