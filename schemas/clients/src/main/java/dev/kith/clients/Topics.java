package dev.kith.clients;

import dev.kith.schemas.Activity;
import dev.kith.schemas.CursorRecord;
import dev.kith.schemas.Decision;
import dev.kith.schemas.Erasure;
import dev.kith.schemas.Membership;
import dev.kith.schemas.Person;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.SavedSearch;
import dev.kith.schemas.TopicDefinition;
import dev.kith.schemas.UnreadableRecord;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of one workspace, in the order a record passes through them. A value made once at
 * start, because the serdes need the registry's address.
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
    var workspace = new Workspace(serdes, prefix);
    return new Topics(
        workspace.topic(TopicDefinition.ACTIVITIES),
        workspace.topic(TopicDefinition.PROFILES),
        workspace.topic(TopicDefinition.CURSORS),
        workspace.topic(TopicDefinition.DECISIONS),
        workspace.topic(TopicDefinition.ERASURES),
        workspace.topic(TopicDefinition.SEARCHES),
        workspace.topic(TopicDefinition.MEMBERSHIPS),
        workspace.topic(TopicDefinition.PEOPLE),
        workspace.topic(TopicDefinition.RELATIONSHIPS),
        workspace.topic(TopicDefinition.UNREADABLE));
  }

  /** All of them. */
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

  private record Workspace(AvroSerdes serdes, String prefix) {
    <V extends SpecificRecord> Topic<String, V> topic(TopicDefinition<V> definition) {
      return new Topic<>(
          prefix + definition.name(),
          Serdes.String(),
          serdes.of(definition.valueType()),
          SpecificData.get().getSchema(definition.valueType()),
          definition.retention());
    }
  }
}
