/** The search API: endpoints, access and errors. */
@NullMarked
package dev.kith.api;

import org.jspecify.annotations.NullMarked;
