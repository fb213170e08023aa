/**
 * What a commit says: parsed, and turned into activities and profiles; nothing here opens a
 * repository.
 */
@NullMarked
package dev.kith.ingest.git.commit;

import org.jspecify.annotations.NullMarked;
