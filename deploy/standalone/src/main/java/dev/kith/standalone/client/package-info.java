/** Calls the running services over HTTP and formats their responses. Starts and stops nothing. */
@NullMarked
package dev.kith.standalone.client;

import org.jspecify.annotations.NullMarked;
