@NullMarked
package dev.kith.standalone.terminal;

import org.jspecify.annotations.NullMarked;
