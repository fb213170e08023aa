package dev.kith.indexing.document;

import dev.kith.schemas.HalfLife;
import dev.kith.schemas.Indices;
import dev.kith.schemas.PersonPair;
import dev.kith.schemas.Relationship;
import dev.kith.schemas.RelationshipFields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A relationship as it is searched: ranked by its g's, explained by its buckets. */
public final class RelationshipDocument {
  private RelationshipDocument() {}

  /** The document of a live one. */
  public static byte[] of(Relationship relationship) {
    return JsonWriter.document(
        json -> {
          pair(json, relationship)
              .flag(RelationshipFields.ENDED, false)
              .day(RelationshipFields.FIRST, relationship.getFirst())
              .day(RelationshipFields.LAST, relationship.getLast());
          for (HalfLife halfLife : relationship.getHalfLives()) {
            json.number(Indices.strengthField(halfLife.getDays()), halfLife.getG());
          }
          json.day(RelationshipFields.WARMING_UNTIL, relationship.getWarmingUntil())
              .day(RelationshipFields.COOLING_FROM, relationship.getCoolingFrom())
              .day(RelationshipFields.SILENT_FROM, relationship.getSilentFrom());
          if (relationship.getWarming().isPresent()) {
            json.number(RelationshipFields.WARMING, relationship.getWarming().get());
          }
          json.number(RelationshipFields.SENT_BY_A, relationship.getSentByA())
              .number(RelationshipFields.SENT_BY_B, relationship.getSentByB())
              .number(
                  RelationshipFields.COUNT, relationship.getSentByA() + relationship.getSentByB())
              .texts(RelationshipFields.KINDS, relationship.getKinds())
              .texts(RelationshipFields.NETWORKS, relationship.getNetworks())
              .records(RelationshipFields.BUCKETS, relationship.getBuckets());
        });
  }

  /** What is left of a relationship when nothing is left of it. */
  static byte[] ended(Relationship relationship, Instant now) {
    return JsonWriter.document(
        json ->
            pair(json, relationship)
                .flag(RelationshipFields.ENDED, true)
                .moment(RelationshipFields.ENDED_AT, now));
  }

  private static JsonWriter pair(JsonWriter json, Relationship relationship) throws IOException {
    String a = relationship.getA();
    String b = relationship.getB();
    return json.text(RelationshipFields.ID, new PersonPair(a, b).key())
        .text(RelationshipFields.A, a)
        .text(RelationshipFields.B, b)
        .texts(RelationshipFields.PAIR, List.of(a, b));
  }
}
