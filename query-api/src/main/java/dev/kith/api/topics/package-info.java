/** Topics and phrases of activities: rising topics, and the topics of a person. */
@NullMarked
package dev.kith.api.topics;

import org.jspecify.annotations.NullMarked;
