package dev.kith.ingest.contacts.book;

import dev.kith.ingest.SourceException;
import java.util.List;

/** The place that a source reads: a server, a folder or one file. */
public interface AddressBooks {

  /**
   * The address books that are there now, in a fixed order.
   *
   * @throws SourceException if the place itself cannot be read; none of its cards is deleted then
   */
  List<AddressBook> list() throws SourceException, InterruptedException;

  /** What the place cannot show by its nature. */
  List<String> limitations();
}
