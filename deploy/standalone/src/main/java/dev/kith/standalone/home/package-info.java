/**
 * The folder that holds everything: its files and permissions, its lock, its version, the ports
 * that are noted in it. What is read and what is set belongs to {@code input} and {@code settings}.
 */
@NullMarked
package dev.kith.standalone.home;

import org.jspecify.annotations.NullMarked;
