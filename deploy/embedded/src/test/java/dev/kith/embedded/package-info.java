@NullMarked
package dev.kith.embedded;

import org.jspecify.annotations.NullMarked;
