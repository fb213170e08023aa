/**
 * Architecture rules that every module checks in its tests; rules of one module stand in that
 * module.
 */
@NullMarked
package dev.kith.architecture;

import org.jspecify.annotations.NullMarked;
