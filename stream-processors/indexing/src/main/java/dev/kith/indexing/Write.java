package dev.kith.indexing;

import dev.kith.schemas.Index;

/** What a record means for the indices. */
sealed interface Write {

  /**
   * A document to be kept unless a later version is there already.
   *
   * @param index to search it in
   * @param id of the document
   * @param version by which the later of two is told
   * @param json the document
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Put(Index index, String id, long version, byte[] json) implements Write {}

  /**
   * A document to be taken away, because its record was.
   *
   * @param index where it may be
   * @param id of the document
   */
  record Remove(Index index, String id) implements Write {}

  /**
   * Nothing that can be indexed.
   *
   * @param reason what was expected and what was found
   */
  record SetAside(String reason) implements Write {}
}
