@NullMarked
package dev.kith.standalone;

import org.jspecify.annotations.NullMarked;
