/**
 * Asks the running services over HTTP and puts their answers into words. Starts and stops nothing.
 */
@NullMarked
package dev.kith.standalone.client;

import org.jspecify.annotations.NullMarked;
