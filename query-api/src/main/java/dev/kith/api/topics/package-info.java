/** Topics and phrases of activities: rising ones, and what one person talks about. */
@NullMarked
package dev.kith.api.topics;

import org.jspecify.annotations.NullMarked;
