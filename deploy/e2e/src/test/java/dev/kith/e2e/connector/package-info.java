/** Connectors as services of their own, against real peers and a real broker; they are killed. */
@NullMarked
package dev.kith.e2e.connector;

import org.jspecify.annotations.NullMarked;
