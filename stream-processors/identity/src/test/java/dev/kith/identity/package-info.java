@NullMarked
package dev.kith.identity;

import org.jspecify.annotations.NullMarked;
