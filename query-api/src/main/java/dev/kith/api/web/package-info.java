/**
 * What all HTTP requests have in common: access, unknown parameters, errors, health, OpenAPI; no
 * endpoint of the search.
 */
@NullMarked
package dev.kith.api.web;

import org.jspecify.annotations.NullMarked;
