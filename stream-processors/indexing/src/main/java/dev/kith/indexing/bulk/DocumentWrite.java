package dev.kith.indexing.bulk;

import dev.kith.schemas.Index;

/** What a record changes in the indices. */
public sealed interface DocumentWrite {

  /**
   * A document to index unless a later version is indexed already.
   *
   * @param index to search it in
   * @param id of the document
   * @param version of the document; the greater one wins
   * @param json the document
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Put(Index index, String id, long version, byte[] json) implements DocumentWrite {}

  /**
   * A document to remove, because its record was removed.
   *
   * @param index where it may be
   * @param id of the document
   */
  record Remove(Index index, String id) implements DocumentWrite {}

  /**
   * A record that cannot be indexed.
   *
   * @param reason what was expected and what was found
   */
  record SetAside(String reason) implements DocumentWrite {}
}
