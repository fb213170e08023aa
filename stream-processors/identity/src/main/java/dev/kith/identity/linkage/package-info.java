/**
 * Record linkage: how much two accounts that state no common identifier look like one person, in
 * bits, after Fellegi and Sunter. Pure functions; nothing here knows Kafka or remembers anything.
 */
@NullMarked
package dev.kith.identity.linkage;

import org.jspecify.annotations.NullMarked;
