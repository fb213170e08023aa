package dev.kith.api.changes;

/** Reads the changes of a topic that are already indexed. */
public interface TopicReader {
  /** The positions up to which the topic is indexed. */
  TopicOffsets indexed(EntityType type);

  /** The indexed changes after some positions, up to a limit. */
  TopicSlice read(EntityType type, TopicOffsets positions, int max);
}
