/** Where cards are kept: in files, or on a server. */
@NullMarked
package dev.kith.ingest.contacts.book;

import org.jspecify.annotations.NullMarked;
