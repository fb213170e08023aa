/** Activities: search and single activities, as far as the viewer may see them. */
@NullMarked
package dev.kith.api.activities;

import org.jspecify.annotations.NullMarked;
