/** The documents of the indices as this service reads them; who reads them is in index. */
@NullMarked
package dev.kith.api.document;

import org.jspecify.annotations.NullMarked;
