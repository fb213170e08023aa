/** The documents of the indices as this service reads them; reading them is done in index. */
@NullMarked
package dev.kith.api.document;

import org.jspecify.annotations.NullMarked;
