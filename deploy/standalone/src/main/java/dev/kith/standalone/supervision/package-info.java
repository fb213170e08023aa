/** Starts, watches, restarts and stops the servers and the services. Reads no command line. */
@NullMarked
package dev.kith.standalone.supervision;

import org.jspecify.annotations.NullMarked;
