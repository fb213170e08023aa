package dev.kith.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the contract, the same in every workspace. Its keys are strings.
 *
 * @param name without the prefix of the workspace
 * @param valueType of its values
 * @param retention how long and how much of it is kept
 * @param <V> type of its values
 */
public record TopicDefinition<V extends SpecificRecord>(
    String name, Class<V> valueType, Retention retention) {
  public static final TopicDefinition<Activity> ACTIVITIES =
      compacted("activities.v1", Activity.class);
  public static final TopicDefinition<Profile> PROFILES = compacted("profiles.v1", Profile.class);
  public static final TopicDefinition<CursorRecord> CURSORS =
      compacted("cursors.v1", CursorRecord.class);
  public static final TopicDefinition<Decision> DECISIONS =
      compacted("decisions.v1", Decision.class);
  public static final TopicDefinition<Erasure> ERASURES = compacted("erasures.v1", Erasure.class);
  public static final TopicDefinition<SavedSearch> SEARCHES =
      compacted("searches.v1", SavedSearch.class);
  public static final TopicDefinition<Membership> MEMBERSHIPS =
      compacted("memberships.v1", Membership.class);
  public static final TopicDefinition<Person> PEOPLE = compacted("people.v1", Person.class);
  public static final TopicDefinition<Relationship> RELATIONSHIPS =
      compacted("relationships.v1", Relationship.class);
  public static final TopicDefinition<UnreadableRecord> UNREADABLE =
      new TopicDefinition<>("unreadable.v1", UnreadableRecord.class, Retention.THIRTY_DAYS);

  /** All of them, in the order in which a record passes through them. */
  public static final List<TopicDefinition<?>> ALL =
      List.of(
          ACTIVITIES,
          PROFILES,
          CURSORS,
          DECISIONS,
          ERASURES,
          SEARCHES,
          MEMBERSHIPS,
          PEOPLE,
          RELATIONSHIPS,
          UNREADABLE);

  private static <V extends SpecificRecord> TopicDefinition<V> compacted(
      String name, Class<V> valueType) {
    return new TopicDefinition<>(name, valueType, Retention.COMPACTED);
  }

  /** What the broker keeps of a topic. */
  public enum Retention {
    /** The last value of each key. */
    COMPACTED("compact", null),
    /** Everything, for thirty days. */
    THIRTY_DAYS("delete", 30L * 24 * 60 * 60 * 1000);

    private final String cleanupPolicy;
    private final @Nullable Long millis;

    Retention(String cleanupPolicy, @Nullable Long millis) {
      this.cleanupPolicy = cleanupPolicy;
      this.millis = millis;
    }

    /** The broker's {@code cleanup.policy}. */
    public String cleanupPolicy() {
      return cleanupPolicy;
    }

    /** The broker's {@code retention.ms}, or null if it does not apply. */
    public @Nullable Long millis() {
      return millis;
    }
  }
}
