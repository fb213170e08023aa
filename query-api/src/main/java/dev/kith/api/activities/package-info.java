/** Activities: what was said and done, as far as the viewer may see it. */
@NullMarked
package dev.kith.api.activities;

import org.jspecify.annotations.NullMarked;
