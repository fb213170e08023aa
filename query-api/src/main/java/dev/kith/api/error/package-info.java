/**
 * Errors of requests: the exceptions and the problem response. Access is checked in {@code web}.
 */
@NullMarked
package dev.kith.api.error;

import org.jspecify.annotations.NullMarked;
