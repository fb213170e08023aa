/**
 * The parameters of a request, parsed: viewer, page and moment, and who is meant by a name; not
 * what is searched.
 */
@NullMarked
package dev.kith.api.request;

import org.jspecify.annotations.NullMarked;
