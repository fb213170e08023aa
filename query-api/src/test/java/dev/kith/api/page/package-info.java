/** The search page, as somebody sees it. */
@NullMarked
package dev.kith.api.page;

import org.jspecify.annotations.NullMarked;
