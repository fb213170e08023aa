/** Introductions: paths from the viewer to a person over people who know each other. */
@NullMarked
package dev.kith.api.introductions;

import org.jspecify.annotations.NullMarked;
