/**
 * The settings of the mail sources and the factory of their connectors; the connectors stand in
 * subpackages.
 */
@NullMarked
package dev.kith.ingest.mail;

import org.jspecify.annotations.NullMarked;
