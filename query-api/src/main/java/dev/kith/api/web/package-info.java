/**
 * Common parts of all HTTP requests: access, unknown parameters, errors, health, OpenAPI; no
 * endpoints of the search.
 */
@NullMarked
package dev.kith.api.web;

import org.jspecify.annotations.NullMarked;
