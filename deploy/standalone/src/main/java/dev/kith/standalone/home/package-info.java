/**
 * The home folder: its files and permissions, its lock, its version, and its stored ports. Inputs
 * are in {@code input}, settings in {@code settings}.
 */
@NullMarked
package dev.kith.standalone.home;

import org.jspecify.annotations.NullMarked;
