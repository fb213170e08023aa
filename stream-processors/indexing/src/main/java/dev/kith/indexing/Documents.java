package dev.kith.indexing;

import dev.kith.indexing.Write.Put;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.Revisions;
import java.time.Instant;

/**
 * Makes documents of records. Pure: the same record at the same moment is the same document. What
 * has ended keeps only what it takes to know that.
 *
 * @param indices where documents go
 */
record Documents(Indices indices) {

  /**
   * An activity, or the trace of a deleted one.
   *
   * @param now when it is indexed; the time from which a trace waits to be purged
   */
  Put of(Activity activity, Instant now) {
    return new Put(
        indices.activities(),
        Indices.documentId(activity.getId()),
        Revisions.order(activity),
        activity.getDeleted()
            ? ActivityDocument.deleted(activity, now)
            : ActivityDocument.of(activity));
  }

  /** A person, or the trace of one who became somebody else. */
  Put of(Person person, Instant now) {
    return new Put(
        indices.people(),
        person.getId(),
        person.getVersion(),
        person.getEnded() ? PersonDocument.ended(person, now) : PersonDocument.of(person));
  }

  /** A relationship, or the trace of one of which nothing is left. */
  Put of(Relationship relationship, Instant now) {
    return new Put(
        indices.relationships(),
        new PersonPair(relationship.getA(), relationship.getB()).key(),
        relationship.getVersion(),
        relationship.getEnded()
            ? RelationshipDocument.ended(relationship, now)
            : RelationshipDocument.of(relationship));
  }
}
