package dev.kith.api.index;

/** Reads whole indices: everything that is live, by id. */
public interface WholeIndex {
  /** Everybody, whatever kind. */
  Reading<PersonDocument> people();

  /** Every relationship, with its buckets. */
  Reading<RelationshipDocument> relationships();

  /** Everything said and done. */
  Reading<ActivityDocument> activities();
}
