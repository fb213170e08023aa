package dev.kith.schemas;

/**
 * The fields of the index of relationships. The mapping, {@code relationships.json}, has the same.
 */
public final class RelationshipFields {
  public static final String ID = "id";
  public static final String A = "a";
  public static final String B = "b";
  public static final String PAIR = "pair";
  public static final String ENDED = "ended";
  public static final String ENDED_AT = "endedAt";
  public static final String FIRST = "first";
  public static final String LAST = "last";
  public static final String WARMING_UNTIL = "warmingUntil";
  public static final String COOLING_FROM = "coolingFrom";
  public static final String SILENT_FROM = "silentFrom";
  public static final String WARMING = "warming";
  public static final String SENT_BY_A = "sentByA";
  public static final String SENT_BY_B = "sentByB";
  public static final String COUNT = "count";
  public static final String KINDS = "kinds";
  public static final String NETWORKS = "networks";
  public static final String BUCKETS = "buckets";

  private RelationshipFields() {}
}
