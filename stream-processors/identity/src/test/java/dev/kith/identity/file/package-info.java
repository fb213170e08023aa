@NullMarked
package dev.kith.identity.file;

import org.jspecify.annotations.NullMarked;
