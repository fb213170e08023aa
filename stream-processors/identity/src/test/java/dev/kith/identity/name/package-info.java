@NullMarked
package dev.kith.identity.name;

import org.jspecify.annotations.NullMarked;
