/**
 * What happens to a record that cannot be read, processed or written; not what happens to a failed
 * thread.
 */
@NullMarked
package dev.kith.flow.deadletter;

import org.jspecify.annotations.NullMarked;
