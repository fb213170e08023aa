@NullMarked
package dev.kith.standalone.settings;

import org.jspecify.annotations.NullMarked;
