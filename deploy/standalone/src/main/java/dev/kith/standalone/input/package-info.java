/**
 * What is to be read, and as whom searches are asked: the inputs given to {@code up} and their
 * names as sources. The connectors describe their inputs themselves.
 */
@NullMarked
package dev.kith.standalone.input;

import org.jspecify.annotations.NullMarked;
