@NullMarked
package dev.kith.standalone.input;

import org.jspecify.annotations.NullMarked;
