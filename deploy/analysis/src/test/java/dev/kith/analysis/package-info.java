@NullMarked
package dev.kith.analysis;

import org.jspecify.annotations.NullMarked;
