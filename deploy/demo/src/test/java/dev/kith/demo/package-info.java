@NullMarked
package dev.kith.demo;

import org.jspecify.annotations.NullMarked;
