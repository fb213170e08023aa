/** Address books: vCard and CSV files, and servers with CardDAV. */
@NullMarked
package dev.kith.ingest.contacts;

import org.jspecify.annotations.NullMarked;
