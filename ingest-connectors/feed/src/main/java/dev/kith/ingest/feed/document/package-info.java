/** Documents of feeds, in any format and also ill-formed, to items that are alike. */
@NullMarked
package dev.kith.ingest.feed.document;

import org.jspecify.annotations.NullMarked;
