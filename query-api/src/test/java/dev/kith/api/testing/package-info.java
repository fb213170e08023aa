/** Test documents, real servers and a client for tests of the API. */
@NullMarked
package dev.kith.api.testing;

import org.jspecify.annotations.NullMarked;
