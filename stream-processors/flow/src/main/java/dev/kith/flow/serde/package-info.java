/**
 * Compact bytes of records, for stores and internal topics only; Avro of the contract is not here.
 */
@NullMarked
package dev.kith.flow.serde;

import org.jspecify.annotations.NullMarked;
