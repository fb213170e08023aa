@NullMarked
package dev.kith.standalone.home;

import org.jspecify.annotations.NullMarked;
