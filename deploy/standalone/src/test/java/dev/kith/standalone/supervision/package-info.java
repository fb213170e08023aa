@NullMarked
package dev.kith.standalone.supervision;

import org.jspecify.annotations.NullMarked;
