@NullMarked
package dev.kith.identity.clustering;

import org.jspecify.annotations.NullMarked;
