@NullMarked
package dev.kith.ingest.git.commit;

import org.jspecify.annotations.NullMarked;
