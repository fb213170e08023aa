@NullMarked
package dev.kith.ingest.contacts.book;

import org.jspecify.annotations.NullMarked;
