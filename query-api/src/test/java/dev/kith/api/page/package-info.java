/** Tests of the search page in a browser. */
@NullMarked
package dev.kith.api.page;

import org.jspecify.annotations.NullMarked;
