/** All of Kith's services in one JVM, as the launcher runs them. */
@NullMarked
package dev.kith.standalone.services;

import org.jspecify.annotations.NullMarked;
