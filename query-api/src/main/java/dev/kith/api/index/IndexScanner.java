package dev.kith.api.index;

import dev.kith.api.document.IndexedActivity;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.document.IndexedRelationship;

/** Scans whole indices in the order of ids, without deleted and ended documents. */
public interface IndexScanner {
  /** All persons, of any kind. */
  IndexScan<IndexedPerson> people();

  /** All relationships, with their buckets. */
  IndexScan<IndexedRelationship> relationships();

  /** All activities. */
  IndexScan<IndexedActivity> activities();
}
