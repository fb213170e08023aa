/**
 * What a request is refused with: the exceptions and the shape of an error; who may ask is decided
 * in web.
 */
@NullMarked
package dev.kith.api.error;

import org.jspecify.annotations.NullMarked;
