/** Live changes: Kafka topics as server-sent events. */
@NullMarked
package dev.kith.api.changes;

import org.jspecify.annotations.NullMarked;
