/** Tests of the serde of state records. */
@NullMarked
package dev.kith.flow.serde;

import org.jspecify.annotations.NullMarked;
