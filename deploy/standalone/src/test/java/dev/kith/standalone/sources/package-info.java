@NullMarked
package dev.kith.standalone.sources;

import org.jspecify.annotations.NullMarked;
