@NullMarked
package dev.kith.identity.matching;

import org.jspecify.annotations.NullMarked;
