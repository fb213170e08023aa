/** What every answer has in common: who may ask, what was wrong, where the next page is. */
@NullMarked
package dev.kith.api.web;

import org.jspecify.annotations.NullMarked;
