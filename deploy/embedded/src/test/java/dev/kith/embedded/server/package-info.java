@NullMarked
package dev.kith.embedded.server;

import org.jspecify.annotations.NullMarked;
