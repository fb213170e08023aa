@NullMarked
package dev.kith.standalone.client;

import org.jspecify.annotations.NullMarked;
