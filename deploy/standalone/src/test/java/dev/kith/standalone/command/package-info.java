@NullMarked
package dev.kith.standalone.command;

import org.jspecify.annotations.NullMarked;
