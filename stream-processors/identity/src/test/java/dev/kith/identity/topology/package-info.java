@NullMarked
package dev.kith.identity.topology;

import org.jspecify.annotations.NullMarked;
