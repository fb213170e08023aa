package dev.kith.schemas;

import dev.kith.schemas.Topic.Retention;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Every topic, in the order a record passes through them. A value made once at start, because the
 * serdes need the registry's address.
 */
public record Topics(
    Topic<String, Activity> activities,
    Topic<String, Profile> profiles,
    Topic<String, CursorRecord> cursors,
    Topic<String, Decision> decisions,
    Topic<String, Erasure> erasures,
    Topic<String, SavedSearch> searches,
    Topic<String, Membership> memberships,
    Topic<String, Person> people,
    Topic<String, Relationship> relationships,
    Topic<String, UnreadableRecord> unreadable) {

  /**
   * The topics of one workspace.
   *
   * @param serdes the wire format
   * @param prefix what every name of the workspace begins with, such as {@code kith.}
   */
  public static Topics with(AvroSerdes serdes, String prefix) {
    var named = new Naming(serdes, prefix);
    return new Topics(
        named.compacted("activities.v1", Activity.class),
        named.compacted("profiles.v1", Profile.class),
        named.compacted("cursors.v1", CursorRecord.class),
        named.compacted("decisions.v1", Decision.class),
        named.compacted("erasures.v1", Erasure.class),
        named.compacted("searches.v1", SavedSearch.class),
        named.compacted("memberships.v1", Membership.class),
        named.compacted("people.v1", Person.class),
        named.compacted("relationships.v1", Relationship.class),
        named.topic("unreadable.v1", UnreadableRecord.class, Retention.THIRTY_DAYS));
  }

  /** All of them, in walk order. */
  public List<Topic<String, ? extends SpecificRecord>> all() {
    return List.of(
        activities,
        profiles,
        cursors,
        decisions,
        erasures,
        searches,
        memberships,
        people,
        relationships,
        unreadable);
  }

  private record Naming(AvroSerdes serdes, String prefix) {
    <V extends SpecificRecord> Topic<String, V> compacted(String name, Class<V> type) {
      return topic(name, type, Retention.COMPACTED);
    }

    <V extends SpecificRecord> Topic<String, V> topic(
        String name, Class<V> type, Retention retention) {
      return new Topic<>(
          prefix + name,
          Serdes.String(),
          serdes.of(type),
          SpecificData.get().getSchema(type),
          retention);
    }
  }
}
