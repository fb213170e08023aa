/**
 * Parses a message into header fields and parts, and its bytes into text (RFC 5322, MIME), however
 * damaged it is; it knows neither accounts nor activities.
 */
@NullMarked
package dev.kith.ingest.mail.mime;

import org.jspecify.annotations.NullMarked;
