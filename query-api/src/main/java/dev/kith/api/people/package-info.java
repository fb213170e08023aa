/**
 * Endpoints about people: search, a single person, evidence and suggestions, experts of a topic.
 */
@NullMarked
package dev.kith.api.people;

import org.jspecify.annotations.NullMarked;
