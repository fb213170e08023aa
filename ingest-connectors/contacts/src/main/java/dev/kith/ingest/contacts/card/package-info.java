/** From a vCard to a profile and to the activity of its owner. */
@NullMarked
package dev.kith.ingest.contacts.card;

import org.jspecify.annotations.NullMarked;
