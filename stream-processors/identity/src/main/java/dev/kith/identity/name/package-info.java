/**
 * Names as people write them: words, titles, placeholders, scripts and spellings. Nothing here
 * knows accounts.
 */
@NullMarked
package dev.kith.identity.name;

import org.jspecify.annotations.NullMarked;
