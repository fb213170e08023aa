@NullMarked
package dev.kith.indexing.phrases;

import org.jspecify.annotations.NullMarked;
