/**
 * What a request is refused with: the exceptions and the shape of an error; access is decided in
 * web.
 */
@NullMarked
package dev.kith.api.error;

import org.jspecify.annotations.NullMarked;
