@NullMarked
package dev.kith.ingest.contacts.card;

import org.jspecify.annotations.NullMarked;
