package dev.kith.indexing.document;

import dev.kith.indexing.bulk.DocumentWrite.Put;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Indices;
import dev.kith.schemas.Person;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.RevisionOrder;
import java.time.Instant;

/**
 * Makes the documents of records: the same record at the same moment gives the same document. A
 * record that has ended becomes a tombstone.
 *
 * @param indices where documents go
 */
public record DocumentFactory(Indices indices) {

  /**
   * An activity, or the trace of a deleted one.
   *
   * @param now when it is indexed; the time from which a trace waits to be purged
   */
  public Put of(Activity activity, Instant now) {
    return new Put(
        indices.activities(),
        Indices.documentId(activity.getId()),
        RevisionOrder.order(activity),
        activity.getDeleted()
            ? ActivityDocument.deleted(activity, now)
            : ActivityDocument.of(activity));
  }

  /** A person, or the trace of one who became somebody else. */
  public Put of(Person person, Instant now) {
    return new Put(
        indices.people(),
        person.getId(),
        person.getVersion(),
        person.getEnded() ? PersonDocument.ended(person, now) : PersonDocument.of(person));
  }

  /** A relationship, or the trace of one of which nothing is left. */
  public Put of(Relationship relationship, Instant now) {
    return new Put(
        indices.relationships(),
        new PersonPair(relationship.getA(), relationship.getB()).key(),
        relationship.getVersion(),
        relationship.getEnded()
            ? RelationshipDocument.ended(relationship, now)
            : RelationshipDocument.of(relationship));
  }
}
