package dev.kith.api.index;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;

/** Reads whole indices: everything that is live, by id. */
public interface IndexScanner {
  /** Everybody, whatever kind. */
  IndexScan<IndexedPerson> people();

  /** Every relationship, with its buckets. */
  IndexScan<IndexedRelationship> relationships();

  /** Everything said and done. */
  IndexScan<IndexedActivity> activities();
}
