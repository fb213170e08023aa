/**
 * Parses address lists and display names, and tells a person from a machine by the address; it
 * knows no other field of a message.
 */
@NullMarked
package dev.kith.ingest.mail.address;

import org.jspecify.annotations.NullMarked;
