/** Posts of feedworld, the network that the README of ingest-connectors adds. */
@NullMarked
package dev.kith.ingest.feedworld;

import org.jspecify.annotations.NullMarked;
