/** Tests of activities. */
@NullMarked
package dev.kith.strength.activity;

import org.jspecify.annotations.NullMarked;
