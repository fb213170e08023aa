@NullMarked
package dev.kith.embedded.process;

import org.jspecify.annotations.NullMarked;
