/**
 * The parsed parameters of a request: viewer, page, moment, and the persons that names stand for.
 */
@NullMarked
package dev.kith.api.request;

import org.jspecify.annotations.NullMarked;
