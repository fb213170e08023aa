/** Topics: what is spoken of more than it was. */
@NullMarked
package dev.kith.api.topics;

import org.jspecify.annotations.NullMarked;
