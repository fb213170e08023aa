package dev.kith.schemas;

/** The fields of the index of activities. The mapping, {@code activities.json}, has the same. */
public final class ActivityFields {
  public static final String ID = "id";
  public static final String NETWORK = "network";
  public static final String SOURCE = "source";
  public static final String KIND = "kind";
  public static final String DELETED = "deleted";
  public static final String DELETED_AT = "deletedAt";
  public static final String ACTOR = "actor";
  public static final String TOWARDS = "towards";
  public static final String ACCOUNTS = "accounts";
  public static final String BLIND_COPIES = "blindCopies";
  public static final String SEEDS = "seeds";
  public static final String TOWARDS_KINDS = "towardsKinds";
  public static final String AT = "at";
  public static final String END = "end";
  public static final String STATUS = "status";
  public static final String PLACE = "place";
  public static final String TITLE = "title";
  public static final String TITLE_FR = "title.fr";
  public static final String TEXT = "text";
  public static final String TEXT_FR = "text.fr";
  public static final String TOPICS = "topics";
  public static final String TOPICS_WRITTEN = "topics.written";
  public static final String PHRASES = "phrases";
  public static final String PHRASES_WRITTEN = "phrases.written";
  public static final String CONTEXT = "context";
  public static final String THREAD = "thread";
  public static final String IN_REPLY_TO = "inReplyTo";
  public static final String AUTOMATED = "automated";
  public static final String ATTACHMENTS = "attachments";
  public static final String LANGUAGE = "language";
  public static final String VISIBILITY = "visibility";
  public static final String URL = "url";

  private ActivityFields() {}
}
