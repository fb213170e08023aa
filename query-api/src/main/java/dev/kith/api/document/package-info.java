/**
 * The documents of the indices as this service reads them; queries and requests are sent elsewhere.
 */
@NullMarked
package dev.kith.api.document;

import org.jspecify.annotations.NullMarked;
