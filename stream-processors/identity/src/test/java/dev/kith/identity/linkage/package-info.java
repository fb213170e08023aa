@NullMarked
package dev.kith.identity.linkage;

import org.jspecify.annotations.NullMarked;
